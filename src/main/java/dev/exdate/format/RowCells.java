package dev.exdate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The cells of one table row with the columns they span. Sources sometimes put {@code $} and {@code %} into separate
 * cells, so that a row has more cells than its header.
 */
record RowCells(List<Cell> cells) {
    private static final int WIDEST = 50;
    private static final int LONGEST_HEADER = 200;
    private static final Pattern COLUMN_CLASS = Pattern.compile("(?:^|\\s)column-([A-Za-z_]+)");
    private static final Pattern FOOTNOTE = Pattern.compile("[\\d\\s,*†‡§()]*");

    record Cell(String text, int start, int end) {}

    static RowCells of(Element line) {
        return of(line, RowCells::text);
    }

    /** Hidden columns may have no header text, but a class: {@code column-ticker_name}. */
    static RowCells header(Element line) {
        return of(line, cell -> {
            String all = text(cell);
            String text = all.length() > LONGEST_HEADER ? all.substring(0, LONGEST_HEADER) : all;
            Matcher named = COLUMN_CLASS.matcher(cell.className());
            return text.isEmpty() && named.find() ? named.group(1) : text;
        });
    }

    private static RowCells of(Element line, Function<Element, String> text) {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        for (Element child : line.children()) {
            if (child.nameIs("td") || child.nameIs("th")) {
                int end = column + span(child.attr("colspan"));
                cells.add(new Cell(text.apply(child), column, end));
                column = end;
            }
        }
        return new RowCells(cells);
    }

    /** A footnote's number must not become a digit of the number before it. */
    private static String text(Element cell) {
        boolean noted = cell.getElementsByTag("sup").stream().anyMatch(RowCells::isFootnote);
        Element shown = noted ? cell.clone() : cell;
        if (noted) {
            shown.getElementsByTag("sup").removeIf(RowCells::isFootnote);
        }
        return shown.text().replace('\u00A0', ' ').strip();
    }

    private static boolean isFootnote(Element sup) {
        return FOOTNOTE.matcher(sup.text()).matches();
    }

    private static int span(String stated) {
        return stated.matches("[1-9]\\d?") ? Math.min(Integer.parseInt(stated), WIDEST) : 1;
    }

    int count() {
        return cells.size();
    }

    List<String> texts() {
        return cells.stream().map(Cell::text).toList();
    }

    /** This header's words without the blank ones, which only make room for signs. */
    List<String> named(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).toList();
    }

    /** Assigns a row's texts to this header's words, one for each word that has letters. */
    HtmlTable.Row align(RowCells row) {
        List<Cell> named = cells.stream()
                .filter(cell -> cell.text().matches(".*[A-Za-z].*"))
                .toList();
        List<String> merged = withSignsMerged(row.texts());
        if (named.size() == cells.size() && row.count() == cells.size()) {
            return new HtmlTable.Row(row.texts(), true);
        }
        if (merged.size() == named.size()) {
            return new HtmlTable.Row(merged, true);
        }
        List<String> filled = merged.stream().filter(text -> !text.isEmpty()).toList();
        if (filled.size() == named.size()) {
            return new HtmlTable.Row(filled, true);
        }
        int width = cells.isEmpty() ? 0 : cells.getLast().end();
        boolean sameWidth = !row.cells().isEmpty() && row.cells().getLast().end() == width;
        return new HtmlTable.Row(sameWidth ? byColumn(named, width, row) : filled, sameWidth);
    }

    private static List<String> byColumn(List<Cell> named, int width, RowCells row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            int from = named.get(i).start();
            int to = i + 1 < named.size() ? named.get(i + 1).start() : width;
            StringBuilder text = new StringBuilder();
            for (Cell cell : row.cells()) {
                if (cell.start() >= from && cell.start() < to) {
                    text.append(cell.text());
                }
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /** A lone {@code $} belongs to the next text, a lone {@code %} to the one before. */
    private static List<String> withSignsMerged(List<String> texts) {
        List<String> merged = new ArrayList<>();
        String before = "";
        for (String text : texts) {
            if (text.equals("$")) {
                before = text;
            } else if (text.equals("%") && !merged.isEmpty()) {
                merged.set(merged.size() - 1, merged.getLast() + text);
            } else {
                merged.add(before + text);
                before = "";
            }
        }
        return merged;
    }
}
