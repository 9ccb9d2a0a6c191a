package dev.exdate.sandbox.site.fmp;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** FMP's daily prices, newest first, in its four forms, and all symbols' prices of one day. */
final class FmpPrices {
    private static final int DECIMALS = 6;

    private final Market market;
    private final Spelling spelling;

    FmpPrices(Market market, Spelling spelling) {
        this.market = market;
        this.spelling = spelling;
    }

    /** Split-adjusted, without an adjusted close. */
    String full(Listing listing, LocalDate from, LocalDate to) {
        return bars(listing, from, to, (json, bar) -> {
            BigDecimal change = bar.close().subtract(bar.open());
            json.field("open", bar.open())
                    .field("high", bar.high())
                    .field("low", bar.low())
                    .field("close", bar.close())
                    .field("volume", bar.volume())
                    .field("change", change)
                    .field("changePercent", Quote.percent(change, bar.open(), DECIMALS))
                    .field(
                            "vwap",
                            bar.high()
                                    .add(bar.low())
                                    .add(bar.close())
                                    .divide(new BigDecimal(3), 4, RoundingMode.HALF_UP));
        });
    }

    String light(Listing listing, LocalDate from, LocalDate to) {
        return bars(
                listing,
                from,
                to,
                (json, bar) -> json.field("price", bar.close()).field("volume", bar.volume()));
    }

    /** As traded on the day; the fields are called adjusted all the same. */
    String unadjusted(Listing listing, LocalDate from, LocalDate to) {
        List<StockSplit> splits = market.splits(listing.ticker());
        return bars(listing, from, to, (json, bar) -> {
            BigDecimal factor = factor(splits, bar.date());
            scaled(json, bar, factor);
        });
    }

    /** Split- and dividend-adjusted. */
    String dividendAdjusted(Listing listing, LocalDate from, LocalDate to) {
        return bars(
                listing,
                from,
                to,
                (json, bar) -> json.field("adjOpen", like(bar, bar.open()))
                        .field("adjHigh", like(bar, bar.high()))
                        .field("adjLow", like(bar, bar.low()))
                        .field("adjClose", bar.adjClose())
                        .field("volume", bar.volume()));
    }

    private static void scaled(JsonText json, Bar bar, BigDecimal factor) {
        json.field("adjOpen", times(bar.open(), factor))
                .field("adjHigh", times(bar.high(), factor))
                .field("adjLow", times(bar.low(), factor))
                .field("adjClose", times(bar.close(), factor))
                .field("volume", bar.volume());
    }

    private static BigDecimal times(BigDecimal price, BigDecimal factor) {
        return price.multiply(factor).setScale(4, RoundingMode.HALF_UP);
    }

    private static BigDecimal like(Bar bar, BigDecimal price) {
        return bar.close().signum() == 0
                ? price
                : price.multiply(bar.adjClose()).divide(bar.close(), price.scale() + 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal factor(List<StockSplit> splits, LocalDate day) {
        return splits.stream()
                .filter(split -> split.date().isAfter(day))
                .map(split -> split.numerator().divide(split.denominator(), 10, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    private String bars(Listing listing, LocalDate from, LocalDate to, BiConsumer<JsonText, Bar> fields) {
        JsonText json = new JsonText().array();
        String symbol = spelling.of(listing.ticker());
        for (Bar bar : market.bars(listing.ticker(), from, to).reversed()) {
            json.object().field("symbol", symbol).field("date", bar.date().toString());
            fields.accept(json, bar);
            json.end();
        }
        return json.text();
    }

    /**
     * All symbols of a day as CSV: everything quoted, low before high. Foreign lines stand in it too, with prices down to
     * a millionth in exponent notation. Empty on days without trading but for the header.
     */
    String bulk(LocalDate day) {
        StringBuilder csv =
                new StringBuilder("\"symbol\",\"date\",\"open\",\"low\",\"high\",\"close\",\"adjClose\",\"volume\"\n");
        for (Listing listing : market.listings()) {
            for (Bar bar : market.bars(listing.ticker(), day, day)) {
                csv.append('"')
                        .append(spelling.of(listing.ticker()))
                        .append("\",\"")
                        .append(day);
                for (BigDecimal price : List.of(bar.open(), bar.low(), bar.high(), bar.close(), bar.adjClose())) {
                    csv.append("\",\"").append(price.toPlainString());
                }
                csv.append("\",\"").append(bar.volume()).append("\"\n");
            }
        }
        return csv.append("\"ZZPENNY.TO\",\"")
                .append(day)
                .append("\",\"1.0E-6\",\"1.0E-6\",\"2.0E-6\",\"1.0E-6\",\"1.0E-6\",\"120000\"\n")
                .toString();
    }
}
