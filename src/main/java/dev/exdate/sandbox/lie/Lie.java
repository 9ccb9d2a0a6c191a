package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Payout;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source tells instead of the truth, from one night to another.
 *
 * @param about the day that it is about
 * @param hides what it does not tell; none of a payment that it makes up
 * @param shows what it tells in its place
 * @param from the first night on which it does
 * @param to the first night on which it no longer does; null if it stays
 */
record Lie(
        LieKind kind,
        SourceId source,
        Payout about,
        String field,
        List<Payout> hides,
        List<Payout> shows,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean isToldOn(LocalDate night) {
        return !from.isAfter(night) && (to == null || to.isAfter(night));
    }

    /** Whether a day's payout is among those that it hides. */
    boolean hides(Payout payout) {
        return hides.contains(payout);
    }

    String id() {
        return kind.word() + "-" + source.id() + "-" + about.ticker() + "-" + about.exDate();
    }
}
