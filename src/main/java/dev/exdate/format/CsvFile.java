package dev.exdate.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV files whose header is one of the first lines.
 *
 * @param required columns that identify the header
 * @param what names the rows in failure messages
 * @param most lines below the header; a file with more is rejected
 * @param row null for a line without content; {@link UnreadableCell} for an unreadable one
 */
public record CsvFile<R>(List<String> required, String what, int most, Function<CsvLine, @Nullable R> row) {
    private static final int HEADER_WITHIN = 10;
    private static final String CUT = "the file's last line is incomplete";

    /** If the last line is unreadable and lacks columns, the file is incomplete. */
    public Answer<R> read(String text) {
        if (text.isBlank() || text.stripLeading().startsWith("<")) {
            return Answer.failed(Failure.MALFORMED, "a web page or an empty answer instead of a CSV file");
        }
        if (endsInQuotes(text)) {
            return Answer.failed(Failure.MALFORMED, CUT);
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return rows(csv.iterator());
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            return Answer.failed(Failure.MALFORMED, "incomplete CSV file");
        }
    }

    /** Otherwise half a number in quotes would be read as a whole one. */
    private static boolean endsInQuotes(String text) {
        boolean quoted = false;
        char before = ',';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted && (before == ',' || before == '\n' || before == '\r' || before == '"');
            }
            before = c;
        }
        return quoted;
    }

    private Answer<R> rows(Iterator<CsvRecord> lines) {
        CsvLine.Header header = header(lines);
        if (!header.hasAll(required)) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no header with the columns " + required);
        }
        RowCollector<R> rows = new RowCollector<>(most);
        boolean cut = false;
        while (lines.hasNext() && !rows.isFull()) {
            CsvLine line = new CsvLine(header, lines.next().getFields());
            cut = !rows.add(() -> row.apply(line)) && line.isShort();
        }
        return cut && !rows.isFull() ? Answer.failed(Failure.MALFORMED, CUT) : rows.answer(what);
    }

    private CsvLine.Header header(Iterator<CsvRecord> lines) {
        List<List<String>> above = new ArrayList<>();
        while (lines.hasNext() && above.size() < HEADER_WITHIN) {
            List<String> cells = lines.next().getFields();
            CsvLine.Header header = new CsvLine.Header(above, cells);
            if (header.hasAll(required)) {
                return header;
            }
            above.add(cells);
        }
        return new CsvLine.Header(above, List.of());
    }
}
