package dev.exdate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page. Header words identify the columns: only letters count, in lower case ({@code 30-Day SEC Yield³} is
 * {@code daysecyield}), so that footnote marks, line breaks and joined words make no difference.
 */
public final class HtmlTable {
    private static final int LONGEST_HEADER = 60;
    private static final int MOST_TABLES = 20;

    private final Element element;
    private final List<String> headers;
    private final List<Row> rows;

    private HtmlTable(Element element, List<String> headers, List<Row> rows) {
        this.element = element;
        this.headers = headers;
        this.rows = rows;
    }

    /** A row's texts in the order of the headers; {@code shape} says whether they fit the headers. */
    public record Row(List<String> cells, boolean aligned) {}

    /**
     * All tables of the page with a header row that matches each of the patterns. Rows above the header and rows with a
     * single cell (titles or remarks) are left out. None if there are implausibly many tables.
     */
    public static List<HtmlTable> findAll(Element page, List<Pattern> required) {
        List<HtmlTable> found = new ArrayList<>();
        for (Element table : page.select("table")) {
            read(table, required).ifPresent(found::add);
        }
        return found.size() > MOST_TABLES ? List.of() : found;
    }

    private static Optional<HtmlTable> read(Element table, List<Pattern> required) {
        List<Element> lines = ownLines(table);
        for (int i = 0; i < lines.size(); i++) {
            RowCells header = RowCells.header(lines.get(i));
            List<String> words = header.texts().stream().map(HtmlTable::letters).toList();
            if (required.stream().allMatch(pattern -> indexOf(words, pattern) >= 0)) {
                List<Row> rows = lines.subList(i + 1, lines.size()).stream()
                        .map(RowCells::of)
                        .filter(cells -> cells.count() > 1)
                        .map(header::align)
                        .toList();
                return Optional.of(new HtmlTable(table, header.named(words), rows));
            }
        }
        return Optional.empty();
    }

    /** Rows of nested tables do not count. */
    private static List<Element> ownLines(Element table) {
        List<Element> lines = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.nameIs("tr")) {
                lines.add(child);
            } else if (child.nameIs("thead") || child.nameIs("tbody") || child.nameIs("tfoot")) {
                child.children().stream().filter(line -> line.nameIs("tr")).forEach(lines::add);
            }
        }
        return lines;
    }

    public Element element() {
        return element;
    }

    public List<Row> rows() {
        return rows;
    }

    /** Whether a header word contains the pattern. */
    public boolean has(Pattern column) {
        return indexOf(headers, column) >= 0;
    }

    /** The text under the first header that contains the pattern; null without such a column or if unknown. */
    public @Nullable String text(Row row, Pattern column) {
        int index = indexOf(headers, column);
        return index < 0 || index >= row.cells().size()
                ? null
                : AmountText.textOrNull(row.cells().get(index));
    }

    private static int indexOf(List<String> words, Pattern pattern) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).length() <= LONGEST_HEADER
                    && pattern.matcher(words.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z]+", "").toLowerCase(Locale.ROOT);
    }
}
