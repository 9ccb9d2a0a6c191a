package dev.exdate.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a CSV file under its header. Columns are named by their header word; case, blanks and signs do not count. */
public record CsvLine(Header header, List<String> cells) {
    /** The header of a file, and the lines above it. */
    public static final class Header {
        private final List<List<String>> above;
        private final List<String> words;
        private final Map<String, Integer> columns = new HashMap<>();

        Header(List<List<String>> above, List<String> cells) {
            this.above = List.copyOf(above);
            this.words = cells.stream().map(Header::word).toList();
        }

        public List<List<String>> above() {
            return above;
        }

        boolean hasAll(List<String> required) {
            return required.stream().allMatch(column -> indexOf(column) >= 0);
        }

        /** Below 0 without such a column. */
        private int indexOf(String column) {
            return columns.computeIfAbsent(column, named -> words.indexOf(word(named)));
        }

        private static String word(String text) {
            return text.replaceAll("[^A-Za-z%]+", "").toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it has a cell for each header word; a file that was cut off ends in a line that has not. */
    public boolean isWhole() {
        return cells.size() >= header.words.size();
    }

    /** Whether it goes on behind these columns where the header does: what stands at a cut may be half a value. */
    public boolean goesBeyond(List<String> columns) {
        int last = columns.stream().mapToInt(header::indexOf).max().orElse(-1);
        return isWhole() || cells.size() > last + 1;
    }

    /** As it stands there, without the blanks around it; empty where the file has no such column. */
    public String stated(String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= cells.size()
                ? ""
                : PlainText.of(cells.get(index)).strip();
    }

    /** Null where nothing is known. */
    public @Nullable String text(String column) {
        return AmountText.textOrNull(stated(column));
    }

    /** @throws NotReadable for anything but a number or an absent one */
    public @Nullable BigDecimal number(String column) {
        return AmountText.parse(stated(column));
    }

    /** @throws NotReadable for anything but a date or an absent one */
    public @Nullable LocalDate date(String column) {
        return DateText.parse(stated(column));
    }

    @Override
    public String toString() {
        return String.join(",", cells);
    }
}
