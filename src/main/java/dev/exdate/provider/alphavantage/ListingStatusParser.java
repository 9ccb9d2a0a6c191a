package dev.exdate.provider.alphavantage;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.exdate.format.AmountText;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.NotReadable;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.StatusCode;
import dev.exdate.market.SymbolSpelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** {@code LISTING_STATUS}: CSV with CRLF; an error comes as JSON all the same. */
final class ListingStatusParser implements Parser<AlphaVantageListing> {
    private static final List<String> REQUIRED = List.of("symbol", "name", "exchange", "assetType", "status");

    @Override
    public Answer<AlphaVantageListing> parse(Payload payload) {
        Optional<Answer<AlphaVantageListing>> refused = StatusCode.refusal(payload);
        if (refused.isPresent()) {
            return refused.get();
        }
        String text = payload.text().strip();
        if (text.startsWith("{")) {
            return JsonTree.read(payload)
                    .flatMap(Refusal::<AlphaVantageListing>of)
                    .orElseGet(() -> text.equals("{}")
                            ? Answer.nothing()
                            : Answer.failed(Failure.MALFORMED, "JSON where a CSV file should be"));
        }
        if (text.isEmpty() || text.startsWith("<")) {
            return Answer.failed(Failure.MALFORMED, "a web page or nothing where a CSV file should be");
        }
        return rows(text);
    }

    private static Answer<AlphaVantageListing> rows(String text) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> lines = csv.iterator();
            List<String> header = lines.next().getFields();
            if (!header.containsAll(REQUIRED)) {
                return Answer.failed(Failure.LAYOUT_CHANGED, "no header with the columns " + REQUIRED);
            }
            RowCollector<AlphaVantageListing> rows = new RowCollector<>();
            while (lines.hasNext()) {
                List<String> line = lines.next().getFields();
                rows.add(() -> listing(header, line));
            }
            return rows.answer("listings");
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            return Answer.failed(Failure.MALFORMED, "no whole CSV file");
        }
    }

    private static AlphaVantageListing listing(List<String> header, List<String> line) {
        if (line.size() != header.size()) {
            throw new NotReadable("listing", String.join(",", line));
        }
        String symbol = line.get(header.indexOf("symbol"));
        return new AlphaVantageListing(
                SymbolSpelling.ALPHA_VANTAGE.read(symbol).orElseThrow(() -> new NotReadable("symbol", symbol)),
                AmountText.textOrNull(line.get(header.indexOf("name"))),
                line.get(header.indexOf("exchange")).strip(),
                line.get(header.indexOf("assetType")).strip(),
                line.get(header.indexOf("status")).strip());
    }
}
