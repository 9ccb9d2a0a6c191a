package dev.exdate.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a CSV file under its header. Columns are named by their header word, ignoring case, blanks and punctuation.
 */
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

        /** Negative if there is no such column. */
        private int indexOf(String column) {
            return columns.computeIfAbsent(column, named -> words.indexOf(word(named)));
        }

        private static String word(String text) {
            return text.replaceAll("[^A-Za-z%]+", "").toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it has fewer cells than the header, like the last line of an incomplete file. */
    public boolean isShort() {
        return cells.size() < header.words.size();
    }

    /**
     * Whether it has a cell for each header word and only blank cells after them. More cells mean an extra comma, and
     * the values are in the wrong columns.
     */
    public boolean isWhole() {
        int columns = header.words.size();
        return !isShort() && cells.subList(columns, cells.size()).stream().allMatch(String::isBlank);
    }

    /** The stripped text; empty if the file has no such column. */
    public String stated(String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= cells.size()
                ? ""
                : PlainText.of(cells.get(index)).strip();
    }

    /** Null if unknown. */
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
