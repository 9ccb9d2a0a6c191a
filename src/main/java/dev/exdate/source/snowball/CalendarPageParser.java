package dev.exdate.source.snowball;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of {@code /extapi/api/public/dividend-calendar/paged} (undocumented, as seen in July 2026). Estimates look like
 * declared dividends but for their status. The answer is one page, or nothing for an empty list.
 */
final class CalendarPageParser implements BodyParser<CalendarPage> {
    private static final int LARGEST_PAGE = 50;

    @Override
    public Answer<CalendarPage> parseBody(Payload payload) {
        return JsonTree.read(payload)
                .map(CalendarPageParser::read)
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid JSON"));
    }

    private static Answer<CalendarPage> read(JsonNode root) {
        JsonNode data = root.path("data");
        JsonNode total = root.path("totalCount");
        if (!data.isArray() || !total.isIntegralNumber() || !total.canConvertToInt() || total.intValue() < 0) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no array \"data\" with a \"totalCount\"");
        }
        if (data.isEmpty()) {
            return Answer.nothing();
        }
        RowCollector<CalendarDividend> rows = new RowCollector<>();
        data.forEach(row -> rows.add(() -> dividend(row)));
        return switch (rows.answer("dividends")) {
            case Answer.Failed<CalendarDividend>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<CalendarDividend> none -> page(root, data.size(), List.of());
            case Answer.Rows<CalendarDividend>(List<CalendarDividend> declared) -> page(root, data.size(), declared);
        };
    }

    private static Answer<CalendarPage> page(JsonNode root, int listed, List<CalendarDividend> declared) {
        int stated = root.path("pageSize").asInt(LARGEST_PAGE);
        int size = stated < 1 || stated > LARGEST_PAGE ? LARGEST_PAGE : stated;
        return new Answer.Rows<>(
                List.of(new CalendarPage(root.path("totalCount").intValue(), size, listed, declared)));
    }

    /** Null for an estimate, and for a dividend whose day or amount is still open. */
    private static @Nullable CalendarDividend dividend(JsonNode row) {
        String status = JsonTree.text(row, "status");
        if (status == null) {
            throw new UnreadableCell("status of a dividend", row.toString());
        }
        if (!status.equalsIgnoreCase("declared")) {
            return null;
        }
        String stated = JsonTree.symbol(row, "ticker");
        LocalDate exDate = JsonTree.date(row, "exDividendDate");
        BigDecimal amount = JsonTree.number(row, "perShare");
        if (stated == null || !row.has("exDividendDate") || !row.has("perShare")) {
            throw new UnreadableCell("declared dividend", row.toString());
        }
        if (exDate == null || amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            throw new UnreadableCell("amount per share", amount.toString());
        }
        Ticker ticker = SnowballSource.SPELLING.read(stated).orElseThrow(() -> new UnreadableCell("ticker", stated));
        String company = JsonTree.text(row, "companyName");
        String currency = JsonTree.text(row, "divCurrency");
        return new CalendarDividend(
                ticker,
                company == null ? JsonTree.text(row, "name") : company,
                exDate,
                JsonTree.date(row, "paymentDate"),
                JsonTree.date(row, "declareDate"),
                amount,
                currency == null ? JsonTree.text(row, "currency") : currency,
                JsonTree.text(row, "frequency"));
    }
}
