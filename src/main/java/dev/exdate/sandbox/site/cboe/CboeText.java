package dev.exdate.sandbox.site.cboe;

import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.source.cboe.CboeSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cboe's dividend notices: one a declaration day and issuer. */
final class CboeText {
    private static final int FIRST_YEAR = 2012;

    private final Market market;

    CboeText(Market market) {
        this.market = market;
    }

    /** The notices of a year, newest first. */
    String year(int year) {
        JsonText json = new JsonText().object().array("alerts");
        LocalDate first = LocalDate.of(year, 1, 1);
        for (LocalDate day : first.datesUntil(first.plusYears(1)).toList().reversed()) {
            if (!day.isAfter(market.today())) {
                notices(day).forEach((firm, payouts) -> notice(json, day, firm, payouts));
            }
        }
        json.end().array("year_list");
        IntStream.rangeClosed(FIRST_YEAR, market.today().getYear()).forEach(json::value);
        return json.text();
    }

    private static void notice(JsonText json, LocalDate day, String firm, List<Payout> payouts) {
        json.object()
                .field(
                        "symbols",
                        payouts.stream()
                                .map(payout -> payout.ticker().symbol())
                                .distinct()
                                .collect(Collectors.joining(", ")))
                .field("declaration_dt", day.toString())
                .field("firm_name", firm)
                .end();
    }

    private Map<String, List<Payout>> notices(LocalDate day) {
        Map<String, List<Payout>> byFirm = new TreeMap<>();
        for (Payout payout : market.payoutsDeclaredOn(day)) {
            if (payout.sources().contains(CboeSource.ID)) {
                byFirm.computeIfAbsent(firm(payout), any -> new ArrayList<>()).add(payout);
            }
        }
        return byFirm;
    }

    private String firm(Payout payout) {
        return market.listing(payout.ticker()).map(Listing::issuer).orElse("");
    }

    /** One notice; an unknown day or firm gives the page without rows. Empty {@code symbols} asks for all. */
    String details(LocalDate day, String firm, List<String> symbols) {
        String rows = notices(day).getOrDefault(firm, List.of()).stream()
                .filter(payout ->
                        symbols.isEmpty() || symbols.contains(payout.ticker().symbol()))
                .map(this::row)
                .collect(Collectors.joining("\n"));
        String table = rows.isEmpty() ? "<p>No dividend notices were found.</p>" : """
                <table class="bats-table bats-table--left"><thead><tr><th>Symbol</th><th>Name</th><th>Ex-Date</th><th>Record Date</th>\
                <th>Payable Date</th><th>Distribution Amount</th><th>Frequency</th><th>Distribution Type</th></tr></thead>
                <tbody>
                %s
                </tbody></table>""".formatted(rows);
        return Html.page(
                "Dividend Notice Details | Cboe",
                "<meta name=\"viewport\" content=\"width=device-width\">",
                "<h1>Dividend Notice Details</h1>\n<h2>" + Html.escaped(firm) + "</h2>\n" + table);
    }

    private static String type(Payout payout) {
        return switch (payout.kind()) {
            case SHORT_TERM_GAIN -> "Short-Term Capital Gain";
            case LONG_TERM_GAIN -> "Long-Term Capital Gain";
            case RETURN_OF_CAPITAL -> "Return of Capital";
            case SPECIAL -> "Special Cash Dividend";
            case REGULAR, ZERO -> "Cash Dividend";
        };
    }

    private String row(Payout payout) {
        String name = market.listing(payout.ticker()).map(Listing::name).orElse("");
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>$%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        payout.ticker().symbol(),
                        Html.escaped(name),
                        payout.exDate(),
                        payout.recordDate(),
                        payout.payDate(),
                        market.rounded(payout.amount()).toPlainString(),
                        payout.frequency(),
                        type(payout));
    }
}
