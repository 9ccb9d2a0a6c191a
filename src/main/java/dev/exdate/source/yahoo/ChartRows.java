package dev.exdate.source.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.AmountText;
import dev.exdate.format.Answer;
import dev.exdate.format.JsonTree;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bars and events of one chart, with its metadata. */
record ChartRows(Ticker ticker, JsonNode meta, ChartDays days) {
    Answer<YahooChart> read(ChartDocument document) {
        JsonNode events = document.events;
        try {
            if (document.times.length == 0 && !document.timesAreOther) {
                return events.isMissingNode() || events.isEmpty()
                        ? Answer.nothing()
                        : YahooChartParser.one(chart(PriceBars.NONE, events));
            }
            if (document.timesAreOther || document.close.size() != document.times.length) {
                return YahooChartParser.layout("indicators.quote has no close for each timestamp");
            }
            PriceBars bars = bars(document);
            return bars.isEmpty() && events.isEmpty() ? Answer.nothing() : YahooChartParser.one(chart(bars, events));
        } catch (UnreadableCell | DateTimeException | ArithmeticException e) {
            return YahooChartParser.layout(String.valueOf(e.getMessage()));
        }
    }

    private YahooChart chart(PriceBars bars, JsonNode events) {
        return new YahooChart(
                ticker,
                JsonTree.text(meta, "currency"),
                JsonTree.text(meta, "instrumentType"),
                JsonTree.text(meta, "exchangeName"),
                JsonTree.text(meta, "longName"),
                bars,
                Stream.concat(
                                dividends(events.path("dividends"), null).stream(),
                                dividends(events.path("capitalGains"), YahooChart.GAIN).stream())
                        .sorted(Comparator.comparing(Distribution::exDate))
                        .toList(),
                splits(events.path("splits")));
    }

    private PriceBars bars(ChartDocument document) {
        PriceBars.Prices prices = new PriceBars.Prices(
                document.open.build(),
                document.high.build(),
                document.low.build(),
                document.close.build(),
                document.adjClose.known(),
                document.volume.build());
        int[] dates = new int[document.times.length];
        for (int i = 0; i < dates.length; i++) {
            if (!prices.close().isAbsent(i)) {
                dates[i] = days.day(document.times[i]);
            }
        }
        return PriceBars.of(dates, prices);
    }

    private List<Distribution> dividends(JsonNode dividends, @Nullable String kind) {
        TreeMap<Paid, Distribution> once = new TreeMap<>();
        for (JsonNode dividend : dividends) {
            BigDecimal amount = number(dividend.path("amount"));
            if (amount == null || amount.signum() < 0) {
                throw new UnreadableCell("dividend", dividend.toString());
            }
            LocalDate exDate = day(dividend.path("date"));
            once.put(
                    new Paid(exDate, amount),
                    new Distribution(
                            ticker,
                            exDate,
                            null,
                            null,
                            null,
                            amount,
                            null,
                            null,
                            JsonTree.text(meta, "currency"),
                            kind));
        }
        return List.copyOf(once.values());
    }

    /** A special dividend may lie beside a regular one. */
    private record Paid(LocalDate exDate, BigDecimal amount) implements Comparable<Paid> {
        @Override
        public int compareTo(Paid other) {
            int byDay = exDate.compareTo(other.exDate);
            return byDay == 0 ? amount.compareTo(other.amount) : byDay;
        }
    }

    private List<Split> splits(JsonNode splits) {
        TreeMap<LocalDate, Split> byDay = new TreeMap<>();
        for (JsonNode split : splits) {
            String[] ratio = split.path("splitRatio").asText().split("[:/]", 2);
            BigDecimal numerator =
                    split.has("numerator") ? number(split.path("numerator")) : AmountText.parse(ratio[0]);
            BigDecimal denominator = split.has("denominator")
                    ? number(split.path("denominator"))
                    : AmountText.parse(ratio[ratio.length - 1]);
            if (numerator == null || denominator == null || numerator.signum() <= 0 || denominator.signum() <= 0) {
                throw new UnreadableCell("split", split.toString());
            }
            LocalDate day = day(split.path("date"));
            byDay.put(day, new Split(day, numerator, denominator));
        }
        return List.copyOf(byDay.values());
    }

    private LocalDate day(JsonNode epochSecond) {
        if (!epochSecond.isIntegralNumber() || !epochSecond.canConvertToLong()) {
            throw new UnreadableCell("time stamp", epochSecond.toString());
        }
        return days.date(epochSecond.longValue());
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        return value.isNumber() || value.isTextual() ? AmountText.parse(value.asText()) : null;
    }
}
