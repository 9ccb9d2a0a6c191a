package dev.exdate.provider.issuer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.exdate.format.AmountText;
import dev.exdate.format.DateText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file's lines under their header, which need not be the first line.
 *
 * @param above what stands above the header
 */
record CsvRows(List<List<String>> above, List<String> header, List<List<String>> lines) {
    /** Empty when no line has all of these columns, or the text is no CSV. */
    static Optional<CsvRows> read(String text, List<String> required) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<List<String>> all = csv.stream()
                    .map(line -> line.getFields().stream().map(String::strip).toList())
                    .toList();
            for (int i = 0; i < Math.min(all.size(), 10); i++) {
                if (all.get(i).containsAll(required)) {
                    return Optional.of(new CsvRows(all.subList(0, i), all.get(i), all.subList(i + 1, all.size())));
                }
            }
            return Optional.empty();
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            return Optional.empty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Nullable String text(List<String> line, String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= line.size()
                ? null
                : AmountText.textOrNull(line.get(index).replaceAll("\\p{Cntrl}+", " "));
    }

    @Nullable BigDecimal number(List<String> line, String column) {
        return AmountText.parse(text(line, column));
    }

    @Nullable LocalDate date(List<String> line, String column) {
        return DateText.parse(text(line, column));
    }
}
