package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutKind;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one source tells of a payment instead of the truth.
 *
 * @param about the payment; it is true, made up or withdrawn
 * @param hides what the source does not tell; none of a payment that it makes up
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
        return planted().isToldOn(night);
    }

    Planted planted() {
        return new Planted(kind, source, about.ticker(), about.exDate(), field, text(hides), text(shows), from, to);
    }

    private String text(List<Payout> payouts) {
        return payouts.isEmpty() ? "none" : payouts.stream().map(this::text).collect(Collectors.joining(" + "));
    }

    private String text(Payout payout) {
        return switch (field) {
            case "ex_date" -> payout.exDate().toString();
            case "payment_date" -> payout.payDate().toString();
            case "payments" ->
                payout.amount().toPlainString()
                        + (payout.kind() == PayoutKind.REGULAR
                                ? ""
                                : " " + payout.kind().word());
            default -> payout.amount().toPlainString();
        };
    }
}
