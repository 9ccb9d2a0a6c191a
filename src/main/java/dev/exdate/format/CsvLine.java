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

    /** Whether it ends before the header does, as the last line does of a file that was cut off. */
    public boolean isShort() {
        return cells.size() < header.words.size();
    }

    /**
     * Whether it has a cell for each header word, and blank ones behind at most. Where there are more, there was a comma too
     * many, and the values stand under the wrong words.
     */
    public boolean isWhole() {
        int columns = header.words.size();
        return !isShort() && cells.subList(columns, cells.size()).stream().allMatch(String::isBlank);
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

    /** @throws UnreadableCell for anything but a number or an absent one */
    public @Nullable BigDecimal number(String column) {
        return AmountText.parse(stated(column));
    }

    /** @throws UnreadableCell for anything but a date or an absent one */
    public @Nullable LocalDate date(String column) {
        return DateText.parse(stated(column));
    }

    @Override
    public String toString() {
        return String.join(",", cells);
    }
}
