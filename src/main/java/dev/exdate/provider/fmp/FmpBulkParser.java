package dev.exdate.provider.fmp;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.exdate.format.AmountText;
import dev.exdate.format.Answer;
import dev.exdate.format.DateText;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.NotReadable;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.market.PriceBar;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /stable/eod-bulk}: CSV, all text quoted, low before high; columns by name. */
final class FmpBulkParser implements Parser<FmpBulkBar> {
    private static final List<String> REQUIRED = List.of("symbol", "date", "open", "low", "high", "close", "volume");

    @Override
    public Answer<FmpBulkBar> parse(Payload payload) {
        String text = payload.text();
        boolean json =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        Optional<Answer<FmpBulkBar>> refusal = FmpRefusal.of(payload, json ? JsonTree.read(payload) : Optional.empty());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (text.strip().equals("[]") || text.isBlank()) {
            return Answer.nothing();
        }
        if (json || text.stripLeading().startsWith("<")) {
            return Answer.failed(Failure.MALFORMED, "no CSV file");
        }
        return rows(text);
    }

    private static Answer<FmpBulkBar> rows(String text) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> lines = csv.iterator();
            List<String> header = lines.next().getFields();
            if (!header.containsAll(REQUIRED)) {
                return Answer.failed(Failure.LAYOUT_CHANGED, "no header with the columns " + REQUIRED);
            }
            RowCollector<FmpBulkBar> rows = new RowCollector<>();
            while (lines.hasNext()) {
                List<String> line = lines.next().getFields();
                rows.add(() -> bar(header, line));
            }
            return rows.answer("prices");
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            return Answer.failed(Failure.MALFORMED, "no whole CSV file");
        }
    }

    /** Null for what is no symbol of a share, or has no close. */
    private static @Nullable FmpBulkBar bar(List<String> header, List<String> line) {
        if (line.size() != header.size()) {
            throw new NotReadable("line", String.join(",", line));
        }
        Optional<Ticker> ticker = SymbolSpelling.FMP.read(cell(header, line, "symbol"));
        LocalDate day = DateText.parse(cell(header, line, "date"));
        BigDecimal close = AmountText.parse(cell(header, line, "close"));
        if (day == null) {
            throw new NotReadable("date", cell(header, line, "date"));
        }
        if (ticker.isEmpty() || close == null) {
            return null;
        }
        return new FmpBulkBar(
                ticker.get(),
                new PriceBar(
                        day,
                        AmountText.parse(cell(header, line, "open")),
                        AmountText.parse(cell(header, line, "high")),
                        AmountText.parse(cell(header, line, "low")),
                        close,
                        header.contains("adjClose") ? AmountText.parse(cell(header, line, "adjClose")) : null,
                        AmountText.parse(cell(header, line, "volume"))));
    }

    private static String cell(List<String> header, List<String> line, String column) {
        return line.get(header.indexOf(column));
    }
}
