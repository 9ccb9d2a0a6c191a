package dev.exdate.sandbox.site.fmp;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutYear;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.market.SplitAdjustment;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.source.fmp.FmpSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** FMP's dividends and splits, newest first; a preferred share may come in two spellings on the same day. */
final class FmpEvents {
    private static final int LONGEST_SPAN = 90;

    private final Market market;
    private final Spelling spelling;
    private final Spelling other;

    FmpEvents(Market market, Spelling spelling, Spelling other) {
        this.market = market;
        this.spelling = spelling;
        this.other = other;
    }

    String dividends(Listing listing) {
        JsonText json = new JsonText().array();
        market.payouts(listing.ticker()).reversed().stream()
                .filter(payout -> payout.sources().contains(FmpSource.ID))
                .forEach(payout -> dividend(json, payout, spelling.of(listing.ticker())));
        return json.text();
    }

    /** All symbols' of a span of ex-dates; a longer span than the source allows is cut at its end. */
    String dividendsCalendar(LocalDate from, LocalDate to) {
        JsonText json = new JsonText().array();
        LocalDate last = to.isAfter(from.plusDays(LONGEST_SPAN)) ? from.plusDays(LONGEST_SPAN) : to;
        for (LocalDate day = last; !day.isBefore(from); day = day.minusDays(1)) {
            for (Payout payout : market.payoutsExOn(day)) {
                if (payout.sources().contains(FmpSource.ID)) {
                    String symbol = spelling.of(payout.ticker());
                    String second = other.of(payout.ticker());
                    dividend(json, payout, symbol);
                    if (!second.equals(symbol)) {
                        dividend(json, payout, second);
                    }
                }
            }
        }
        return json.text();
    }

    private void dividend(JsonText json, Payout payout, String symbol) {
        boolean undeclared = Chance.oneIn(7, "declaration unknown", payout.ticker(), payout.exDate());
        BigDecimal adjusted = new SplitAdjustment(market.amountSplits(payout.ticker())).amount(payout);
        json.object()
                .field("symbol", symbol)
                .field("date", payout.exDate().toString())
                .field("recordDate", payout.recordDate().toString())
                .field("paymentDate", payout.payDate().toString())
                .field("declarationDate", undeclared ? "" : payout.declared().toString())
                .field("adjDividend", adjusted)
                .field("dividend", market.rounded(payout.amount()))
                .field("yield", yieldPercent(payout, adjusted))
                .field("frequency", payout.frequency())
                .end();
    }

    private BigDecimal yieldPercent(Payout payout, BigDecimal adjusted) {
        LocalDate day = payout.exDate().isAfter(market.today()) ? market.today() : payout.exDate();
        List<Bar> bars = market.bars(payout.ticker(), day, day);
        return bars.isEmpty()
                ? BigDecimal.ZERO
                : Quote.percent(
                        adjusted.multiply(BigDecimal.valueOf(PayoutYear.payments(payout.frequency()))),
                        bars.getLast().close(),
                        10);
    }

    String splits(Listing listing) {
        JsonText json = new JsonText().array();
        market.splits(listing.ticker()).reversed().forEach(split -> split(json, split, spelling.of(listing.ticker())));
        return json.text();
    }

    String splitsCalendar(LocalDate from, LocalDate to) {
        List<StockSplit> splits = new ArrayList<>();
        market.listings().forEach(listing -> splits.addAll(market.splits(listing.ticker())));
        JsonText json = new JsonText().array();
        splits.stream()
                .filter(split -> !split.date().isBefore(from) && !split.date().isAfter(to))
                .sorted(Comparator.comparing(StockSplit::date).reversed().thenComparing(StockSplit::ticker))
                .forEach(split -> split(json, split, spelling.of(split.ticker())));
        return json.text();
    }

    private static void split(JsonText json, StockSplit split, String symbol) {
        json.object()
                .field("symbol", symbol)
                .field("date", split.date().toString())
                .field("numerator", split.numerator())
                .field("denominator", split.denominator())
                .field("splitType", "stock-split")
                .end();
    }
}
