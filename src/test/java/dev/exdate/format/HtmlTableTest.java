package dev.exdate.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlTableTest {
    private static final Pattern SYMBOL = Pattern.compile("symbol");
    private static final Pattern AMOUNT = Pattern.compile("amount");
    private static final Pattern DATE = Pattern.compile("^exdate");

    @Test
    void findsTheTableByItsHeadersAmongOthers() {
        HtmlTable table = only("<table><tr><td>a</td></tr></table>"
                + "<table><tr><td colspan=3>A title</td></tr><tr><td>Symbol<sup>1</sup></td><td>Ex-<br>Date*</td>"
                + "<td>Amount</td></tr><tr><td>ZZT</td><td>2031-01-06</td><td>1.50</td></tr></table>");
        assertThat(texts(table)).containsExactly("ZZT 2031-01-06 1.50");
    }

    @Test
    void doesNotTakeAnOuterTableForTheOneInsideIt() {
        HtmlTable table = only("<table><tr><td><table><tr><th>Symbol</th><th>Ex-Date</th><th>Amount</th></tr>"
                + "<tr><td>ZZT</td><td>2031-01-06</td><td>1</td></tr></table></td><td>other</td></tr></table>");
        assertThat(texts(table)).containsExactly("ZZT 2031-01-06 1");
    }

    @Test
    void signsInCellsOfTheirOwnJoinTheirNumbers() {
        HtmlTable table = only("<table><tr><th>Symbol</th><th>Amount</th><th>Rate</th><th>Ex-Date</th></tr>"
                + "<tr><td>ZZT</td><td>$</td><td>1.50</td><td>12.5</td><td>%</td><td>1/6/31</td></tr></table>");
        assertThat(texts(table)).containsExactly("ZZT 1/6/31 $1.50");
    }

    @Test
    void aHeaderOverTwoColumnsCoversBothCells() {
        HtmlTable table =
                only("<table><tr><th>Symbol</th><th colspan=2>Amount</th><th>Rate</th><th></th><th>Ex-Date</th></tr>"
                        + "<tr><td>ZZT</td><td>$</td><td>1.50</td><td>12.5</td><td></td><td>1/6/31</td></tr></table>");
        assertThat(texts(table)).containsExactly("ZZT 1/6/31 $1.50");
    }

    @Test
    void aRowThatCannotBeLaidUnderTheHeadersSaysSo() {
        HtmlTable table = only("<table><tr><th>Symbol</th><th>Amount</th><th>Ex-Date</th></tr>"
                + "<tr><td>ZZT</td><td>1</td></tr></table>");
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.aligned()).isFalse());
    }

    @Test
    void footnoteNumbersAreNoDigitsOfTheNumberBeforeThem() {
        HtmlTable table = only(
                "<table><tr><th>Symbol</th><th>Ex-Date</th><th>Amount</th></tr>"
                        + "<tr><td>ZZT<sup>1</sup></td><td>Jan 6<sup>th</sup>, 2031</td><td>$0.1234<sup>2,4</sup></td></tr></table>");
        assertThat(texts(table)).containsExactly("ZZT Jan 6th, 2031 $0.1234");
    }

    @Test
    void aHeaderWithoutTextIsKnownByItsColumnClass() {
        HtmlTable table = only(
                "<table><tr><th class=\"wdtheader column-symbol_name sort\"></th><th>Ex-Date</th><th>Amount</th></tr>"
                        + "<tr><td>ZZT</td><td>2031-01-06</td><td>1</td></tr></table>");
        assertThat(texts(table)).containsExactly("ZZT 2031-01-06 1");
    }

    private static HtmlTable only(String html) {
        List<HtmlTable> found = HtmlTable.findAll(Jsoup.parse(html), List.of(SYMBOL, AMOUNT, DATE));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<String> texts(HtmlTable table) {
        return table.rows().stream()
                .map(row -> table.text(row, SYMBOL) + " " + table.text(row, DATE) + " " + table.text(row, AMOUNT))
                .toList();
    }
}
