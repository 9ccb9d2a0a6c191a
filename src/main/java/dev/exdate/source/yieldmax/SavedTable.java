package dev.exdate.source.yieldmax;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.exdate.format.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A fund's table that a person has copied from the page into a CSV file. */
final class SavedTable {
    private static final int LONGEST = 1024 * 1024;

    private SavedTable() {}

    /** The table as a page; empty if it is something else. */
    static Optional<Document> read(Payload payload) {
        String text = payload.text().strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        if (text.startsWith("<") || !first.contains("distribution per share") || !first.contains("ex")) {
            return Optional.empty();
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Document page = Document.createShell("");
            Element table = page.body().appendElement("table");
            List<CsvRecord> lines = csv.stream().toList();
            lines.forEach(line -> row(table, line.getFields()));
            boolean cut = lines.getLast().getFieldCount() < lines.getFirst().getFieldCount();
            return cut ? Optional.empty() : Optional.of(page);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            return Optional.empty();
        }
    }

    private static void row(Element table, List<String> cells) {
        Element row = table.appendElement("tr");
        cells.forEach(cell -> row.appendElement("td").text(cell));
    }
}
