package dev.exdate.source.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.AmountText;
import dev.exdate.format.Answer;
import dev.exdate.format.DateText;
import dev.exdate.format.JsonTree;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bars and events of one chart, with the meta data that is theirs. */
record ChartRows(Ticker ticker, JsonNode meta, ZoneId zone) {
    Answer<YahooChart> read(JsonNode result) {
        JsonNode times = result.path("timestamp");
        JsonNode events = result.path("events");
        try {
            if (times.isMissingNode() || times.isEmpty()) {
                return events.isMissingNode() || events.isEmpty()
                        ? Answer.nothing()
                        : YahooChartParser.one(chart(List.of(), events));
            }
            JsonNode quote = result.path("indicators").path("quote").path(0);
            if (!times.isArray() || quote.path("close").size() != times.size()) {
                return YahooChartParser.layout("indicators.quote has no close for each timestamp");
            }
            JsonNode adjusted =
                    result.path("indicators").path("adjclose").path(0).path("adjclose");
            List<PriceBar> bars = bars(times, quote, adjusted);
            return bars.isEmpty() && events.isEmpty() ? Answer.nothing() : YahooChartParser.one(chart(bars, events));
        } catch (UnreadableCell | DateTimeException | ArithmeticException e) {
            return YahooChartParser.layout(String.valueOf(e.getMessage()));
        }
    }

    private YahooChart chart(List<PriceBar> bars, JsonNode events) {
        return new YahooChart(
                ticker,
                JsonTree.text(meta, "currency"),
                JsonTree.text(meta, "instrumentType"),
                JsonTree.text(meta, "exchangeName"),
                JsonTree.text(meta, "longName"),
                bars,
                dividends(events.path("dividends")),
                splits(events.path("splits")));
    }

    /** A day without a close was a halt or is still running; of two bars of one day the later is the closing one. */
    private List<PriceBar> bars(JsonNode times, JsonNode quote, JsonNode adjusted) {
        TreeMap<LocalDate, PriceBar> bars = new TreeMap<>();
        for (int i = 0; i < times.size(); i++) {
            BigDecimal close = number(quote.path("close").path(i));
            if (close != null) {
                LocalDate day = day(times.path(i));
                bars.put(
                        day,
                        new PriceBar(
                                day,
                                number(quote.path("open").path(i)),
                                number(quote.path("high").path(i)),
                                number(quote.path("low").path(i)),
                                close,
                                number(adjusted.path(i)),
                                number(quote.path("volume").path(i))));
            }
        }
        return List.copyOf(bars.values());
    }

    private List<Distribution> dividends(JsonNode dividends) {
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
                            ticker, exDate, null, null, null, amount, null, null, JsonTree.text(meta, "currency")));
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
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond.longValue()), zone);
        if (!DateText.isPossible(day)) {
            throw new UnreadableCell("time stamp", epochSecond.toString());
        }
        return day;
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        return value.isNumber() || value.isTextual() ? AmountText.parse(value.asText()) : null;
    }
}
