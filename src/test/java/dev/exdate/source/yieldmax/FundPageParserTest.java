package dev.exdate.source.yieldmax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FundPageParserTest {
    private static final String HEADERS = "<tr><th>Distribution per Share</th><th>Declared Date</th><th>Ex Date</th>"
            + "<th>Record Date</th><th>Payable Date</th><th>ROC</th></tr>";
    private static final String ROW =
            "<tr><td>$0.1110</td><td>01/06/2031</td><td>1/7/2031</td><td>01/07/2031</td><td>01/08/2031</td><td>12.50%</td></tr>";
    private static final String CANONICAL = "<link rel=\"canonical\" href=\"https://yieldmaxetfs.com/our-etfs/zzty/\">";

    @Test
    void readsAllDatesOfARowAndKeepsTheAmountsDigits() {
        assertThat(parse(page(CANONICAL, "<h1>YieldMax® ZZT Option Income Strategy ETF</h1>", HEADERS + ROW))
                        .rowsOrEmpty())
                .containsExactly(new Declaration(
                        Ticker.of("ZZTY"),
                        LocalDate.of(2031, 1, 7),
                        LocalDate.of(2031, 1, 7),
                        LocalDate.of(2031, 1, 8),
                        LocalDate.of(2031, 1, 6),
                        new BigDecimal("0.1110"),
                        null,
                        "YieldMax® ZZT Option Income Strategy ETF",
                        new Declaration.Rates(new BigDecimal("12.50"), null, null)));
    }

    @Test
    void aFragmentWithoutTheFundsNameGivesRowsWithoutASymbol() {
        assertThat(parse("<table>" + HEADERS + ROW + "</table>").rowsOrEmpty())
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).doesNotContainKeys("symbol", "name", "frequency"));
    }

    @Test
    void theHiddenTickerColumnMovesTheOthers() {
        String headers =
                HEADERS.replace("<tr>", "<tr><th class=\"column-ticker_name\" style=\"display:none\">ticker_name</th>");
        String row = ROW.replace("<tr>", "<tr><td style=\"display:none\">ZZTQ1</td>");
        assertThat(parse(page("", "", headers + row)).rowsOrEmpty())
                .singleElement()
                .satisfies(it -> {
                    assertThat(symbol(it)).isEqualTo("ZZTQ");
                    assertThat(it.amount()).isEqualTo("0.1110");
                });
    }

    @Test
    void theHeadingNamesTheFundWhereTheAddressDoesNot() {
        assertThat(parse(page("", "<h1>ZZTY</h1>", HEADERS + ROW)).rowsOrEmpty())
                .extracting(FundPageParserTest::symbol)
                .containsExactly("ZZTY");
        assertThat(parse(page("", "<h1>YieldMax ZZT ETF (ZZTW)</h1>", HEADERS + ROW))
                        .rowsOrEmpty())
                .extracting(FundPageParserTest::symbol)
                .containsExactly("ZZTW");
    }

    @Test
    void aZeroIsADeclarationAndDashesAreNone() {
        String rows = ROW.replace("$0.1110", "$0.0000") + ROW.replace("$0.1110", "-");
        assertThat(parse(page(CANONICAL, "", HEADERS + rows)).rowsOrEmpty())
                .extracting(Declaration::amount)
                .containsExactly(new BigDecimal("0.0000"));
    }

    @Test
    void aNewFundsEmptyTableIsNothing() {
        assertThat(parse(page(CANONICAL, "", HEADERS + "<tr><td colspan=6>No data available in table</td></tr>")))
                .isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void otherHeadersAreAChangedLayout() {
        assertFailed(
                page(CANONICAL, "", HEADERS.replace("Distribution per Share", "Payout") + ROW), Failure.LAYOUT_CHANGED);
        assertFailed(page(CANONICAL, "", HEADERS + ROW.replace("1/7/2031", "Tuesday")), Failure.LAYOUT_CHANGED);
    }

    @Test
    void oneUnreadableRowDoesNotCostTheOthers() {
        String rows = ROW + ROW.replace("$0.1110", "soon") + ROW.replace("1/7/2031", "1/14/2031");
        assertThat(parse(page(CANONICAL, "", HEADERS + rows)).rowsOrEmpty()).hasSize(2);
    }

    @Test
    void aCutPageAnEmptyOneAndJsonAreMalformed() {
        String whole = page(CANONICAL, "", HEADERS + ROW);
        assertFailed(whole.substring(0, whole.length() - 40), Failure.MALFORMED);
        assertFailed("", Failure.MALFORMED);
        assertFailed("{\"rows\":[]}", Failure.MALFORMED);
    }

    @Test
    void anErrorStatusSpeaksForItself() {
        byte[] page = page(CANONICAL, "", HEADERS + ROW).getBytes(StandardCharsets.UTF_8);
        assertThat(new FundPageParser().parse(Payload.of(404, page)))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.failure()).isEqualTo(Failure.NOT_FOUND));
    }

    @Test
    void markupInANameStaysText() {
        String heading = "<h1>&lt;script&gt;alert(1)&lt;/script&gt; Fund<script>alert(2)</script></h1>";
        assertThat(parse(page(CANONICAL, heading, HEADERS + ROW)).rowsOrEmpty())
                .extracting(Declaration::name)
                .containsExactly("<script>alert(1)</script> Fund");
    }

    @Test
    void aWrongCharsetDoesNotHideTheRows() {
        byte[] latin = page(CANONICAL, "<h1>YieldMax® ETF</h1>", HEADERS + ROW).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new FundPageParser().parse(Payload.of(200, latin)).rowsOrEmpty())
                .hasSize(1);
    }

    private static String page(String head, String heading, String rows) {
        return "<!DOCTYPE html><html><head>" + head + "</head><body>" + heading
                + "<table class=\"fund-details\"><tr><td>Expense Ratio</td><td>0.99%</td></tr></table>"
                + "<table id=\"table_7\">" + rows + "</table></body></html>";
    }

    private static Answer<Declaration> parse(String text) {
        return new FundPageParser().parse(Payload.of(200, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertFailed(String text, Failure failure) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.failure()).isEqualTo(failure));
    }

    private static @Nullable String symbol(Declaration row) {
        Ticker ticker = row.ticker();
        return ticker == null ? null : ticker.symbol();
    }
}
