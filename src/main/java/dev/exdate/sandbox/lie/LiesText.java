package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** All planted lies that have been told by now, as JSON. */
public record LiesText(TrueMarket market) {
    /** An array, with an object on each line. */
    public void write(Appendable out) throws IOException {
        out.append('[');
        String comma = "\n";
        for (Listing listing : market.listings()) {
            for (Lie lie : market.told(listing.ticker()).lies()) {
                if (lie.kind().isPlanted() && !lie.from().isAfter(market.today())) {
                    out.append(comma).append(object(lie));
                    comma = ",\n";
                }
            }
        }
        out.append("\n]\n");
    }

    private String object(Lie lie) {
        LocalDate to = lie.to();
        return """
                {"id":"%s","kind":"%s","source":"%s","symbol":"%s","day":"%s","field":"%s","true":"%s","stated":"%s",\
                "from":"%s","to":%s,"told":%s}""".formatted(
                        lie.id(),
                        lie.kind().word(),
                        lie.source().id(),
                        lie.about().ticker(),
                        lie.about().exDate(),
                        lie.field(),
                        text(lie.kind() == LieKind.WITHDRAWN ? List.of() : lie.hides(), lie.field()),
                        text(lie.shows(), lie.field()),
                        lie.from(),
                        to == null ? "null" : '"' + to.toString() + '"',
                        lie.isToldOn(market.today()));
    }

    private static String text(List<Payout> payouts, String field) {
        return payouts.isEmpty()
                ? "none"
                : payouts.stream().map(payout -> text(payout, field)).collect(Collectors.joining(" + "));
    }

    private static String text(Payout payout, String field) {
        return switch (field) {
            case "ex_date" -> payout.exDate().toString();
            case "payments" ->
                payout.amount().toPlainString()
                        + (payout.kind() == PayoutKind.REGULAR
                                ? ""
                                : " " + payout.kind().word());
            default -> payout.amount().toPlainString();
        };
    }
}
