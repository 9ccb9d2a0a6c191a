package dev.exdate.sandbox.site.globenewswire;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.Release;
import dev.exdate.sandbox.market.ReleaseLayout;
import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.UsDate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of a release: headers in plain cells, line breaks inside words' gaps, footnote marks, dashes for new funds. */
final class ReleaseTable {
    private static final BigDecimal MISPRINT = new BigDecimal("0.0100");
    private static final int DECIMALS = 4;

    private final Market market;
    private final Release release;
    private final ReleaseLayout layout;

    ReleaseTable(Market market, Release release) {
        this.market = market;
        this.release = release;
        this.layout = ReleaseLayout.of(release.published());
    }

    String html() {
        List<String> rows = new ArrayList<>();
        rows.add(row(headers()));
        release.payouts().forEach(payout -> rows.add(row(cells(payout))));
        newFund().ifPresent(listing -> rows.add(row(dashes(listing))));
        return "<table class=\"gnw_table\" cellspacing=\"0\"><tbody>\n" + String.join("\n", rows)
                + "\n</tbody></table>";
    }

    private List<String> headers() {
        return switch (layout) {
            case THREE_DATES ->
                List.of(
                        "ETF Ticker<sup>1</sup>",
                        "ETF Name",
                        "Reference Asset",
                        "Distribution per Share",
                        "Distribution Rate<sup>2</sup>",
                        "30-Day SEC Yield<sup>3</sup>",
                        "Ex-Date",
                        "Record Date",
                        "Payment Date");
            case TWO_DATES, LOOSE_SIGNS ->
                List.of(
                        "ETF<br>Ticker<sup>1</sup>",
                        "ETF Name",
                        "Distribution<br>per Share",
                        "Distribution Rate<sup>2</sup>",
                        "30-Day SEC&nbsp;Yield<sup>3</sup>",
                        "Ex-Date &amp; Record Date*",
                        "Payment<br>Date");
            case FREQUENCY ->
                List.of(
                        "ETF Ticker<sup>1</sup>",
                        "ETF Name",
                        "Distribution<br>Frequency",
                        "Distribution<br>per Share",
                        "Distribution Rate<sup>2,4</sup>",
                        "30-Day<br>SEC Yield<sup>3</sup>",
                        "ROC<sup>5</sup>",
                        "Ex-Date &amp;<br>Record Date",
                        "Payment<br>Date");
            case GROUPS ->
                List.of(
                        "ETF Ticker<sup>1</sup>",
                        "ETF Name",
                        "Distribution<br>Frequency",
                        "Distribution<br>per Share",
                        "Distribution Rate<sup>2,4</sup>",
                        "30-Day<br>SEC Yield<sup>3</sup>",
                        "ROC<sup>5</sup>");
        };
    }

    private List<String> cells(Payout payout) {
        String amount = money(payout);
        String rate = percent(payout, "rate", 120) + "%";
        String secYield = percent(payout, "yield", 60) + "%";
        String roc = percent(payout, "roc", 100) + "%";
        String name = name(payout);
        return switch (layout) {
            case THREE_DATES ->
                List.of(
                        marked(payout, "1"),
                        name,
                        underlying(payout),
                        "$" + amount,
                        rate,
                        secYield,
                        early(payout, payout.exDate()),
                        early(payout, payout.recordDate()),
                        early(payout, payout.payDate()));
            case TWO_DATES ->
                List.of(
                        marked(payout, "1"),
                        name,
                        "$" + amount,
                        rate,
                        secYield,
                        UsDate.unpadded(payout.exDate()),
                        UsDate.unpadded(payout.payDate()));
            case LOOSE_SIGNS ->
                List.of(
                        marked(payout, "1"),
                        name,
                        "$",
                        amount,
                        rate.replace("%", ""),
                        "%",
                        secYield.replace("%", ""),
                        "%",
                        UsDate.unpadded(payout.exDate()),
                        UsDate.unpadded(payout.payDate()));
            case FREQUENCY ->
                List.of(
                        marked(payout, "*"),
                        name,
                        payout.frequency(),
                        "$" + amount,
                        rate,
                        secYield,
                        roc,
                        UsDate.unpadded(payout.exDate()),
                        UsDate.unpadded(payout.payDate()));
            case GROUPS -> List.of(marked(payout, "*"), name, payout.frequency(), "$" + amount, rate, secYield, roc);
        };
    }

    private List<String> dashes(Listing listing) {
        List<String> cells = new ArrayList<>();
        cells.add(listing.ticker().symbol() + "*");
        cells.add(Html.escaped(listing.name()));
        boolean frequency = layout == ReleaseLayout.FREQUENCY || layout == ReleaseLayout.GROUPS;
        if (frequency) {
            cells.add("Weekly");
        }
        while (cells.size() < headers().size()) {
            cells.add(layout == ReleaseLayout.GROUPS ? "-" : "--");
        }
        return cells;
    }

    /** Now and then a fund that has not paid yet stands below the others. */
    private Optional<Listing> newFund() {
        if (!Chance.oneIn(3, "new fund", release.published())) {
            return Optional.empty();
        }
        var paying = release.payouts().stream().map(Payout::ticker).collect(Collectors.toSet());
        List<Listing> others = market.listings().stream()
                .filter(listing -> listing.kind() == Listing.Kind.OPTION_FUND)
                .filter(listing -> !paying.contains(listing.ticker()))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.get(Chance.of(others.size(), "which", release.published())));
    }

    private String money(Payout payout) {
        BigDecimal amount =
                payout.ticker().equals(release.misprinted()) ? payout.amount().add(MISPRINT) : payout.amount();
        return market.rounded(amount)
                .setScale(Math.max(DECIMALS, amount.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** A made-up rate with two decimals; above a thousand now and then, with its comma. */
    private static String percent(Payout payout, String what, int below) {
        if (payout.amount().signum() == 0) {
            return "0.00";
        }
        if ("rate".equals(what) && Chance.oneIn(40, "thousands", payout.ticker())) {
            return "1,234.56";
        }
        return BigDecimal.valueOf(Chance.of(below * 100, what, payout.ticker(), payout.exDate()), 2)
                .toPlainString();
    }

    private String marked(Payout payout, String mark) {
        String symbol = payout.ticker().symbol();
        if (!Chance.oneIn(4, "footnote", symbol)) {
            return symbol;
        }
        return Chance.oneIn(2, "raised", symbol) ? symbol + "<sup>" + mark + "</sup>" : symbol + mark;
    }

    private String name(Payout payout) {
        return market.listing(payout.ticker())
                .map(listing -> Html.escaped(listing.name()).replaceFirst(" Strategy ETF$", "<br>Strategy ETF"))
                .orElse("");
    }

    private String underlying(Payout payout) {
        return market.listing(payout.ticker())
                .map(listing -> listing.underlying() == null
                        ? "Multiple"
                        : listing.underlying().symbol())
                .orElse("");
    }

    private static String early(Payout payout, LocalDate day) {
        return Chance.oneIn(2, "year", payout.declared()) ? UsDate.shortYear(day) : UsDate.unpadded(day);
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<td style=\"text-align:center\"><p>" + cell + "</p></td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
