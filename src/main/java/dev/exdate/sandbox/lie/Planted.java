package dev.exdate.sandbox.lie;

import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that one source tells instead of the truth, from one night to another.
 *
 * @param day that it is about
 * @param truly in words; {@code none} for what is not there
 * @param from the first night on which it is told
 * @param to the first night on which it no longer is; null if it stays
 */
record Planted(
        LieKind kind,
        SourceId source,
        Ticker ticker,
        LocalDate day,
        String field,
        String truly,
        String stated,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean isToldOn(LocalDate night) {
        return !from.isAfter(night) && (to == null || to.isAfter(night));
    }

    String json(LocalDate night) {
        return """
                {"id":"%s-%s-%s-%s","kind":"%s","source":"%s","symbol":"%s","day":"%s","field":"%s","true":"%s","stated":"%s",\
                "from":"%s","to":%s,"told":%s}""".formatted(
                        kind.word(),
                        source.id(),
                        ticker,
                        day,
                        kind.word(),
                        source.id(),
                        ticker,
                        day,
                        field,
                        truly,
                        stated,
                        from,
                        to == null ? "null" : '"' + to.toString() + '"',
                        isToldOn(night));
    }
}
