package dev.exdate.sandbox.site.snowball;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.source.snowball.SnowballSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The dividend calendar of the lists: declared payouts, and guesses at later ones that look the same. */
final class SnowballText {
    static final int PAGE_SIZE = 50;
    private static final Set<String> LISTS =
            Set.of("us-popular-div", "us-popular-div-funds", "sp500", "nyse", "nasdaq");
    private static final int DAYS_BACK = 30;
    private static final int LARGE_COMPANIES = 40;
    private static final BigDecimal GUESS = new BigDecimal("1.05");

    private final Market market;
    private final Map<String, List<Row>> lists = new ConcurrentHashMap<>();

    SnowballText(Market market) {
        this.market = market;
    }

    /** A page of a list, by payment date; pages count from 1. Lists of other countries are empty here. */
    String page(String list, int page) {
        List<Row> rows = lists.computeIfAbsent(known(list), this::rows);
        JsonText json = new JsonText()
                .object()
                .field("totalCount", rows.size())
                .field("pageSize", PAGE_SIZE)
                .array("data");
        rows.stream().skip((long) (page - 1) * PAGE_SIZE).limit(PAGE_SIZE).forEach(row -> row.write(json, market));
        return json.text();
    }

    /** All that are unknown are one, so that what clients think up takes no memory. */
    private static String known(String list) {
        return LISTS.contains(list) ? list : "";
    }

    private List<Row> rows(String list) {
        List<Row> rows = new ArrayList<>();
        LocalDate since = market.today().minusDays(DAYS_BACK);
        for (Listing listing : members(list)) {
            List<Payout> told = market.payouts(listing.ticker()).stream()
                    .filter(payout -> payout.sources().contains(SnowballSource.ID))
                    .toList();
            told.stream()
                    .filter(payout -> !payout.payDate().isBefore(since))
                    .forEach(payout -> rows.add(new Row(listing, payout, true)));
            if (!told.isEmpty() && Chance.oneIn(2, "estimate", listing.ticker())) {
                rows.add(new Row(listing, next(told.getLast()), false));
            }
        }
        rows.sort(Comparator.comparing((Row row) -> row.payout().payDate())
                .thenComparing(row -> row.listing().ticker())
                .thenComparing(row -> row.payout().exDate()));
        return rows;
    }

    private List<Listing> members(String list) {
        return switch (list) {
            case "us-popular-div" -> market.listings();
            case "us-popular-div-funds" ->
                market.listings().stream()
                        .filter(listing -> listing.kind() == Listing.Kind.ETF
                                || listing.kind() == Listing.Kind.OPTION_FUND
                                || listing.kind() == Listing.Kind.TRUST)
                        .toList();
            case "sp500" ->
                market.listings().stream()
                        .filter(listing -> listing.kind() == Listing.Kind.SHARE)
                        .sorted(Comparator.comparingLong(Listing::marketCap).reversed())
                        .limit(LARGE_COMPANIES)
                        .toList();
            case "nyse", "nasdaq" ->
                market.listings().stream()
                        .filter(listing -> listing.exchange().equals(list.toUpperCase(Locale.ROOT)))
                        .toList();
            default -> List.of();
        };
    }

    private static Payout next(Payout last) {
        int days = switch (last.frequency()) {
            case "Weekly" -> 7;
            case "Monthly" -> 28;
            default -> 91;
        };
        return new Payout(
                last.ticker(),
                last.exDate().plusDays(days),
                last.recordDate().plusDays(days),
                last.payDate().plusDays(days),
                last.declared(),
                last.amount().multiply(GUESS).setScale(4, RoundingMode.HALF_UP),
                last.frequency(),
                last.sources());
    }

    private record Row(Listing listing, Payout payout, boolean declared) {
        void write(JsonText json, Market market) {
            BigDecimal rate = market.rate(listing.ticker());
            boolean dollars = rate.compareTo(BigDecimal.ONE) == 0;
            json.object()
                    .field("ticker", listing.ticker().symbol())
                    .field("companyName", listing.company())
                    .field("status", declared ? "declared" : "estimated")
                    .field("exDividendDate", payout.exDate() + "T00:00:00")
                    .field("paymentDate", payout.payDate() + "T00:00:00")
                    .field("declareDate", declared ? text(payout.declared()) : null)
                    .field(
                            "perShare",
                            market.rounded(
                                    dollars ? payout.amount() : payout.amount().multiply(rate)))
                    .field("currency", "USD")
                    .field("divCurrency", dollars ? "USD" : "EUR")
                    .field("frequency", payout.frequency().toLowerCase(Locale.ROOT))
                    .end();
        }

        private static @Nullable String text(LocalDate day) {
            return day + "T00:00:00";
        }
    }
}
