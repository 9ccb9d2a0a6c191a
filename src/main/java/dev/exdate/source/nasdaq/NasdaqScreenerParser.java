package dev.exdate.source.nasdaq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/screener/stocks} and {@code /api/screener/etf} (undocumented; as seen until 2026). The rows are in one of
 * three places; all values are text.
 */
final class NasdaqScreenerParser implements Parser<ScreenerRow> {
    @Override
    public Answer<ScreenerRow> parse(Payload payload) {
        return NasdaqEnvelope.open(payload, NasdaqScreenerParser::rows);
    }

    private static Answer<ScreenerRow> rows(JsonNode data) {
        Optional<JsonNode> rows =
                List.of(
                                data.path("rows"),
                                data.path("table").path("rows"),
                                data.path("data").path("rows"))
                        .stream()
                        .filter(place -> place.isArray() || place.isNull())
                        .findFirst();
        if (rows.isEmpty()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no rows under data, data.table or data.data");
        }
        if (rows.get().isEmpty()) {
            return Answer.nothing();
        }
        RowCollector<ScreenerRow> collected = new RowCollector<>();
        rows.get().forEach(row -> collected.add(() -> row(row)));
        return collected.answer("screener rows");
    }

    private static ScreenerRow row(JsonNode row) {
        String stated = JsonTree.symbol(row, "symbol");
        boolean priced = row.has("lastsale") || row.has("lastSalePrice");
        if (stated == null || !priced) {
            throw new UnreadableCell("screener row", row.toString());
        }
        Ticker ticker = SymbolSpelling.ACT.read(stated).orElseThrow(() -> new UnreadableCell("symbol", stated));
        return new ScreenerRow(
                ticker,
                either(row, "name", "companyName"),
                JsonTree.number(row, row.has("lastsale") ? "lastsale" : "lastSalePrice"),
                JsonTree.number(row, "marketCap"),
                JsonTree.text(row, "sector"),
                JsonTree.text(row, "industry"));
    }

    private static @Nullable String either(JsonNode row, String one, String other) {
        String text = JsonTree.text(row, one);
        return text == null ? JsonTree.text(row, other) : text;
    }
}
