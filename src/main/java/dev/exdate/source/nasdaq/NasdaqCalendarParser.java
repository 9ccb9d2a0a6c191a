package dev.exdate.source.nasdaq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/calendar/dividends?date=…} (undocumented; recordings of 2022 to 2026). On the ex-date itself many symbols
 * come twice, the same but for the company's name in a short and a long form: one row is kept, with the longer name. Two
 * rates of one symbol are two rows: a special dividend beside the regular one.
 */
final class NasdaqCalendarParser implements Parser<NasdaqDividend> {
    private static final List<String> REQUIRED = List.of("symbol", "dividend_Ex_Date", "dividend_Rate");

    @Override
    public Answer<NasdaqDividend> parse(Payload payload) {
        return NasdaqEnvelope.open(payload, NasdaqCalendarParser::calendar);
    }

    private static Answer<NasdaqDividend> calendar(JsonNode data) {
        JsonNode calendar = data.path("calendar");
        JsonNode rows = calendar.path("rows");
        JsonNode headers = calendar.path("headers");
        if (rows.isNull()) {
            return Answer.nothing();
        }
        // The headers are only labels, and may be missing; the rows name their fields themselves.
        if (!rows.isArray() || headers.isObject() && !REQUIRED.stream().allMatch(headers::has)) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no calendar with the headers and rows " + REQUIRED);
        }
        RowCollector<NasdaqDividend> collected = new RowCollector<>();
        rows.forEach(row -> collected.add(() -> row(row)));
        return Answers.map(collected.answer("dividends"), NasdaqCalendarParser::once);
    }

    private static @Nullable NasdaqDividend row(JsonNode row) {
        String stated = JsonTree.symbol(row, "symbol");
        LocalDate exDate = JsonTree.date(row, "dividend_Ex_Date");
        BigDecimal rate = JsonTree.number(row, "dividend_Rate");
        if (stated == null || exDate == null || !row.has("dividend_Rate")) {
            throw new UnreadableCell("dividend", row.toString());
        }
        if (rate == null) {
            return null;
        }
        Ticker ticker = SymbolSpelling.ACT.read(stated).orElseThrow(() -> new UnreadableCell("symbol", stated));
        BigDecimal annual = JsonTree.number(row, "indicated_Annual_Dividend");
        if (rate.signum() < 0) {
            throw new UnreadableCell("dividend rate", rate.toString());
        }
        return new NasdaqDividend(
                ticker,
                JsonTree.text(row, "companyName"),
                exDate,
                JsonTree.date(row, "payment_Date"),
                JsonTree.date(row, "record_Date"),
                JsonTree.date(row, "announcement_Date"),
                rate,
                annual == null || annual.signum() == 0 ? null : annual);
    }

    private record Key(Ticker ticker, LocalDate exDate, BigDecimal rate) {}

    private static List<NasdaqDividend> once(List<NasdaqDividend> read) {
        Map<Key, NasdaqDividend> byKey = new LinkedHashMap<>();
        for (NasdaqDividend row : read) {
            byKey.merge(
                    new Key(row.ticker(), row.exDate(), row.rate().stripTrailingZeros()),
                    row,
                    (first, second) -> length(second) > length(first) ? second : first);
        }
        return new ArrayList<>(byKey.values());
    }

    private static int length(NasdaqDividend row) {
        String name = row.companyName();
        return name == null ? 0 : name.length();
    }
}
