package dev.exdate.source.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.AmountText;
import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.DateText;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.PriceBar;
import dev.exdate.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v7/finance/spark} and {@code /v8/finance/spark} (undocumented; as quoted in July 2026), the newest closes of
 * up to twenty symbols. A symbol that is unknown or has no bar is left out of the rows.
 */
public final class YahooSparkParser implements BodyParser<YahooSpark> {
    @Override
    public Answer<YahooSpark> parseBody(Payload payload) {
        Optional<JsonNode> root = JsonTree.read(payload);
        if (root.isEmpty() || !root.get().isObject()) {
            return payload.text().strip().endsWith("Too Many Requests")
                    ? Answer.failed(Failure.RATE_LIMITED, "too many requests")
                    : Answer.failed(Failure.MALFORMED, "incomplete or invalid JSON");
        }
        try {
            return root.get().has("spark") ? nested(root.get().path("spark")) : flat(root.get());
        } catch (UnreadableCell | DateTimeException | ArithmeticException e) {
            return layout(String.valueOf(e.getMessage()));
        }
    }

    private static Answer<YahooSpark> nested(JsonNode spark) {
        if (!spark.path("result").isArray()) {
            return layout("no spark.result");
        }
        List<YahooSpark> rows = new ArrayList<>();
        for (JsonNode result : spark.path("result")) {
            String symbol = JsonTree.symbol(result, "symbol");
            JsonNode response = result.path("response").path(0);
            if (symbol == null) {
                return layout("a result without a symbol");
            }
            if (response.isObject()) {
                JsonNode meta = response.path("meta");
                JsonNode closes =
                        response.path("indicators").path("quote").path(0).path("close");
                Answer<YahooSpark> unread = read(symbol, meta, response.path("timestamp"), closes, rows);
                if (unread instanceof Answer.Failed<YahooSpark>) {
                    return unread;
                }
            }
        }
        return Answer.rowsOrNothing(rows);
    }

    private static Answer<YahooSpark> flat(JsonNode root) {
        List<YahooSpark> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            JsonNode columns = entry.getValue();
            Answer<YahooSpark> unread =
                    read(entry.getKey(), columns, columns.path("timestamp"), columns.path("close"), rows);
            if (unread instanceof Answer.Failed<YahooSpark>) {
                return unread;
            }
        }
        return Answer.rowsOrNothing(rows);
    }

    /** Adds the symbol's row, if it has a bar; a failure if the columns are not what they should be. */
    private static Answer<YahooSpark> read(
            String symbol, JsonNode meta, JsonNode times, JsonNode closes, List<YahooSpark> rows) {
        boolean empty = times.isArray() && times.isEmpty();
        if (!times.isArray() || !closes.isArray() && !empty || closes.size() != times.size()) {
            return layout("no close for each timestamp of " + symbol);
        }
        ZoneId zone = YahooChartParser.zone(meta).orElse(TradingCalendar.NEW_YORK);
        TreeMap<LocalDate, PriceBar> bars = new TreeMap<>();
        for (int i = 0; i < times.size(); i++) {
            BigDecimal close = number(closes.path(i));
            if (close != null) {
                LocalDate day = day(times.path(i), zone);
                bars.put(day, new PriceBar(day, null, null, null, close, null, null));
            }
        }
        if (!bars.isEmpty()) {
            bars.computeIfPresent(bars.lastKey(), (day, bar) -> ofTheDay(bar, meta, zone));
            rows.add(new YahooSpark(symbol, List.copyOf(bars.values())));
        }
        return Answer.nothing();
    }

    /** With the day's range and volume, if they belong to that day and hold its close. */
    private static PriceBar ofTheDay(PriceBar bar, JsonNode meta, ZoneId zone) {
        JsonNode time = meta.path("regularMarketTime");
        BigDecimal high = number(meta.path("regularMarketDayHigh"));
        BigDecimal low = number(meta.path("regularMarketDayLow"));
        boolean sameDay = time.isIntegralNumber() && day(time, zone).equals(bar.date());
        boolean sameClose = bar.close().equals(number(meta.path("regularMarketPrice")))
                || high != null
                        && low != null
                        && bar.close().compareTo(low) >= 0
                        && bar.close().compareTo(high) <= 0;
        return sameDay && sameClose
                ? new PriceBar(
                        bar.date(),
                        null,
                        high == null || high.compareTo(bar.close()) < 0 ? null : high,
                        low == null || low.compareTo(bar.close()) > 0 ? null : low,
                        bar.close(),
                        null,
                        number(meta.path("regularMarketVolume")))
                : bar;
    }

    private static LocalDate day(JsonNode epochSecond, ZoneId zone) {
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
        return value.isNumber() ? AmountText.parse(value.asText()) : null;
    }

    private static Answer<YahooSpark> layout(String message) {
        return Answer.failed(Failure.LAYOUT_CHANGED, message);
    }
}
