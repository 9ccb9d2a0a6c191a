package dev.exdate.source.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonStream;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.market.Ticker;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /v8/finance/chart/{SYMBOL}} (undocumented; as recorded from 2018 to 2025). Nothing means no bar and no event in
 * the span. An unknown symbol is a failure, because valid symbols got the same answer during outages (August 2026).
 */
public final class YahooChartParser implements BodyParser<YahooChart> {
    private static final int HALF_A_DAY = 18 * 3600;

    @Override
    public Answer<YahooChart> parseBody(Payload payload) {
        Optional<ChartDocument> document = JsonStream.read(payload, ChartDocument::read);
        if (document.isPresent()) {
            return chart(document.get());
        }
        return payload.text().strip().endsWith("Too Many Requests")
                ? Answer.failed(Failure.RATE_LIMITED, "too many requests")
                : Answer.failed(Failure.MALFORMED, "incomplete or invalid JSON");
    }

    private static Answer<YahooChart> chart(ChartDocument document) {
        JsonNode error = document.chartError.isObject() ? document.chartError : document.financeError;
        if (error.isObject()) {
            return error(error);
        }
        JsonNode meta = document.meta;
        String stated = JsonTree.symbol(meta, "symbol");
        Optional<Ticker> ticker = stated == null ? Optional.empty() : YahooSource.SPELLING.read(stated);
        Optional<ZoneId> zone = zone(meta);
        if (ticker.isEmpty() || zone.isEmpty()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no chart.result with a meta.symbol and a time zone");
        }
        return new ChartRows(ticker.get(), meta, new ChartDays(zone.get())).read(document);
    }

    private static Answer<YahooChart> error(JsonNode error) {
        String code = String.valueOf(JsonTree.text(error, "code"));
        String description = JsonTree.text(error, "description");
        String message = description == null ? code : description;
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "not found" -> Answer.failed(Failure.NOT_FOUND, message);
            case "unauthorized" -> Answer.failed(Failure.UNAUTHORIZED, message);
            case "too many requests" -> Answer.failed(Failure.RATE_LIMITED, message);
            case "internal-error", "internal server error", "service unavailable" ->
                Answer.failed(Failure.UNAVAILABLE, message);
            default -> Answer.failed(Failure.MALFORMED, message);
        };
    }

    /** The exchange's zone: days in Asia and Australia are not those of UTC. */
    static Optional<ZoneId> zone(JsonNode meta) {
        String name = JsonTree.text(meta, "exchangeTimezoneName");
        if (name != null) {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException e) {
                return offset(meta);
            }
        }
        return offset(meta);
    }

    private static Optional<ZoneId> offset(JsonNode meta) {
        JsonNode seconds = meta.path("gmtoffset");
        return seconds.isInt() && Math.abs(seconds.intValue()) <= HALF_A_DAY
                ? Optional.of(ZoneOffset.ofTotalSeconds(seconds.intValue()))
                : Optional.empty();
    }

    static <R> Answer<R> layout(String message) {
        return Answer.failed(Failure.LAYOUT_CHANGED, message);
    }

    static Answer<YahooChart> one(YahooChart chart) {
        return new Answer.Rows<>(List.of(chart));
    }
}
