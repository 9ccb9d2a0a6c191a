package dev.exdate.sandbox.site.yieldmax;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.UsDate;
import dev.exdate.source.yieldmax.YieldMaxSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The issuer's own site: the catalogue of funds and a fund with its distributions, newest first. */
final class YieldMaxText {
    private final Market market;

    YieldMaxText(Market market) {
        this.market = market;
    }

    String catalogue() {
        String links = market.listings().stream()
                .filter(listing -> listing.kind() == Listing.Kind.OPTION_FUND)
                .map(listing -> "<tr><td><a href=\"/our-etfs/%s/\">%s</a></td><td>%s</td></tr>"
                        .formatted(
                                listing.ticker().symbol().toLowerCase(Locale.ROOT),
                                listing.ticker().symbol(),
                                Html.escaped(listing.name())))
                .collect(Collectors.joining("\n"));
        return Html.page(
                "Our ETFs - YieldMax",
                "<link rel=\"canonical\" href=\"https://yieldmaxetfs.com/our-etfs/\">",
                "<a href=\"/our-etfs/\">Our ETFs</a>\n<table class=\"etf-list\">\n" + links + "\n</table>");
    }

    /** A fund's page: facts first, in a table of their own, then its distributions in a wpDataTables table. */
    String fund(Listing fund) {
        Look look = new Look(market, fund);
        String rows = market.payouts(fund.ticker()).stream()
                .filter(payout -> payout.sources().contains(YieldMaxSource.ID))
                .sorted(Comparator.comparing(Payout::exDate).reversed())
                .map(look::row)
                .collect(Collectors.joining("\n"));
        return Html.page(
                fund.ticker().symbol() + " - YieldMax",
                "<link rel=\"canonical\" href=\"https://yieldmaxetfs.com/our-etfs/%s/\">"
                        .formatted(fund.ticker().symbol().toLowerCase(Locale.ROOT)),
                """
                <h1>%s</h1>
                <table class="fund-details"><tr><td>Ticker</td><td>%s</td></tr><tr><td>Expense Ratio</td><td>0.99%%</td></tr></table>
                <h2>Distribution Details</h2>
                <div class="wpdt-c wpDataTablesWrapper">
                <table id="table_%d" class="responsive display nowrap data-t wpDataTable" data-wpdatatable_id="%d">
                <thead>%s</thead>
                <tbody>
                %s
                </tbody>
                </table>
                </div>""".formatted(
                                Html.escaped(fund.name()),
                                fund.ticker().symbol(),
                                1 + Chance.of(9, "table", fund.ticker()),
                                100 + Chance.of(900, "table", fund.ticker()),
                                look.headers(),
                                rows));
    }

    /** What differs from fund to fund: the hidden ticker column, the ROC column, the dollar sign, leading zeros. */
    private record Look(
            Market market, boolean tickerColumn, boolean roc, boolean dollar, boolean padded, String symbol) {
        Look(Market market, Listing fund) {
            this(
                    market,
                    !Chance.oneIn(3, "ticker column", fund.ticker()),
                    Chance.oneIn(2, "roc", fund.ticker()),
                    Chance.oneIn(2, "dollar", fund.ticker()),
                    !Chance.oneIn(3, "unpadded", fund.ticker()),
                    fund.ticker().symbol());
        }

        String headers() {
            return (tickerColumn ? header("ticker_name", "ticker_name", "style=\"display:none\"") : "")
                    + header("dividend_amount", "Distribution per Share", "")
                    + header("declared_date", "Declared Date", "")
                    + header("ex_date", "Ex Date", "")
                    + header("record_date", "Record Date", "")
                    + header("payable_date", "Payable Date", "")
                    + (roc ? header("roc", "ROC", "") : "");
        }

        String row(Payout payout) {
            return "<tr>"
                    + (tickerColumn ? cell("ticker_name", "style=\"display:none\"", symbol) : "")
                    + cell("dividend_amount", "", amount(market.rounded(payout.amount())))
                    + cell("declared_date", "", date(payout.declared()))
                    + cell("ex_date", "", date(payout.exDate()))
                    + cell("record_date", "", date(payout.recordDate()))
                    + cell("payable_date", "", date(payout.payDate()))
                    + (roc ? cell("roc", "", percent(payout)) : "")
                    + "</tr>";
        }

        private String amount(BigDecimal amount) {
            BigDecimal shown = amount.scale() < 4 ? amount.setScale(4) : amount;
            return (dollar ? "$" : "") + shown.toPlainString();
        }

        private String date(LocalDate day) {
            return padded ? UsDate.padded(day) : UsDate.unpadded(day);
        }

        private static String percent(Payout payout) {
            return BigDecimal.valueOf(Chance.of(10_001, "roc", payout.ticker(), payout.exDate()), 2)
                            .toPlainString() + "%";
        }

        private static String header(String column, String text, String style) {
            return "<th class=\"wdtheader sort column-%s\" %s>%s</th>".formatted(column, style, text);
        }

        private static String cell(String column, String style, String text) {
            return "<td class=\"column-%s\" %s>%s</td>".formatted(column, style, text);
        }
    }

    /** What the site's own "page not found" looks like. */
    static String notFound() {
        return Html.page("Page not found - YieldMax", "", "<h1>That page can&rsquo;t be found.</h1>");
    }
}
