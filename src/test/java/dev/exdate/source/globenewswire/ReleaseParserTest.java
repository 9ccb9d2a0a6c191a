package dev.exdate.source.globenewswire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.source.yieldmax.Declaration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReleaseParserTest {
    @Test
    void threeDateColumnsAndFootnoteDigitsBehindTickers() {
        assertThat(lines(release(
                        "",
                        row(
                                "ETF Ticker<sup>1</sup>",
                                "ETF Name",
                                "Reference Asset",
                                "Distribution per Share",
                                "Distribution Rate<sup>2</sup>",
                                "30-Day SEC Yield<sup>3</sup>",
                                "Ex-Date",
                                "Record Date",
                                "Payment Date"),
                        row(
                                "ZZTY1",
                                "YieldMax™ ZZT ETF",
                                "ZZT",
                                "$0.5120",
                                "1,234.56%",
                                "1.2%",
                                "1/6/31",
                                "1/7/31",
                                "1/9/31"),
                        row(
                                "ZZQY<sup>1</sup>",
                                "YieldMax™ S&amp;P 500 ETF",
                                "",
                                "$0.10",
                                "2%",
                                "1%",
                                "1/6/2031",
                                "1/7/2031",
                                "1/9/2031"))))
                .containsExactly(
                        "ZZTY 2031-01-06 2031-01-07 2031-01-09 0.5120 - YieldMax™ ZZT ETF",
                        "ZZQY 2031-01-06 2031-01-07 2031-01-09 0.10 - YieldMax™ S&P 500 ETF");
    }

    @Test
    void oneColumnForExDateAndRecordDateAndGluedWords() {
        assertThat(lines(release(
                        "",
                        row(
                                "ETFTicker1",
                                "ETF Name",
                                "Distributionper Share",
                                "Distribution Rate2",
                                "30-DaySEC&nbsp;Yield3",
                                "Ex-Date &amp; Record Date*",
                                "PaymentDate"),
                        row("ZZTY*", "YieldMax™ ZZT ETF", "$0.5120", "34%", "1.2%", "1/6/2031", "1/7/2031"))))
                .containsExactly("ZZTY 2031-01-06 2031-01-06 2031-01-07 0.5120 - YieldMax™ ZZT ETF");
    }

    @Test
    void signsInCellsOfTheirOwn() {
        assertThat(lines(release(
                        "",
                        row(
                                "ETF<br>Ticker",
                                "ETF Name",
                                "Distribution<br>per Share",
                                "Distribution Rate",
                                "30-Day SEC Yield",
                                "Ex-Date &amp; Record Date",
                                "Payment<br>Date"),
                        row(
                                "ZZTY",
                                "YieldMax™ Featured 5 ETF",
                                "$",
                                "0.5120",
                                "34.00",
                                "%",
                                "1.20",
                                "%",
                                "1/6/2031",
                                "1/7/2031"),
                        row("ZZNY*", "YieldMax™ New ETF", "--", "--", "--", "--", "--"))))
                .containsExactly("ZZTY 2031-01-06 2031-01-06 2031-01-07 0.5120 - YieldMax™ Featured 5 ETF");
    }

    @Test
    void frequencyColumn() {
        assertThat(lines(release(
                        "",
                        row(
                                "ETF Ticker",
                                "ETF Name",
                                "Distribution<br>Frequency",
                                "Distribution<br>per Share",
                                "Distribution Rate",
                                "30-Day<br>SEC Yield",
                                "ROC",
                                "Ex-Date &amp;<br>Record Date",
                                "Payment<br>Date"),
                        row("ZZTY*", "A", "Every 4 weeks", "$0.5120", "34%", "1%", "0%", "1/6/2031", "1/7/2031"),
                        row("ZZWY", "B", "Weekly", "$0.0000", "0%", "1%", "0%", "1/6/2031", "1/7/2031"))))
                .containsExactly(
                        "ZZTY 2031-01-06 2031-01-06 2031-01-07 0.5120 Every 4 weeks A",
                        "ZZWY 2031-01-06 2031-01-06 2031-01-07 0.0000 Weekly B");
    }

    @Test
    void datesInTheLinesAboveTheTable() {
        String above = "<p>Group 1 Distribution Announcement<br>Ex. &amp; Record Date: January 7, 2031<br>"
                + "Payment Date: January 8<sup>th</sup>, 2031</p>";
        assertThat(lines(release(above, GROUP_HEADER, row("ZZTY*", "A", "Weekly", "$0.1234", "45%", "1%", "98%"))))
                .containsExactly("ZZTY 2031-01-07 2031-01-07 2031-01-08 0.1234 Weekly A");
    }

    @Test
    void eachTableHasTheDatesNearestAboveIt() {
        String first = "<p>Ex. &amp; Record Date: January 7, 2031<br>Payment Date: January 8, 2031</p>";
        String second = "<p>Ex. &amp; Record Date: January 14, 2031<br>Payment Date: January 15, 2031</p>";
        String row = row("ZZTY", "A", "Weekly", "$0.1234", "45%", "1%", "98%");
        assertThat(lines("<p>YieldMax</p>" + first + table(GROUP_HEADER, row) + second + table(GROUP_HEADER, row)))
                .containsExactly(
                        "ZZTY 2031-01-07 2031-01-07 2031-01-08 0.1234 Weekly A",
                        "ZZTY 2031-01-14 2031-01-14 2031-01-15 0.1234 Weekly A");
    }

    @Test
    void aReleaseWithoutATableOfDistributionsIsNothing() {
        assertThat(
                        parse(
                                "<p>YieldMax® announces a reverse split.</p>"
                                        + "<table><tr><td>ETF Ticker</td><td>Ratio</td></tr><tr><td>ZZTY</td><td>1:5</td></tr></table>"))
                .isInstanceOf(Answer.Nothing.class);
        assertThat(parse("<p>YieldMax® ETFs to Change the Schedule of Its Distributions</p>"))
                .isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void amountsUnderUnknownHeadersAreAChangedLayout() {
        assertFailed(release("", row("Fund", "Payout"), row("ZZTY", "$0.1234")), Failure.LAYOUT_CHANGED);
    }

    @Test
    void noDatesAtAllAreAChangedLayout() {
        assertFailed(
                release("", GROUP_HEADER, row("ZZTY", "A", "Weekly", "$0.1234", "45%", "1%", "98%")),
                Failure.LAYOUT_CHANGED);
    }

    @Test
    void tickersThatAreNotTickersAreAChangedLayout() {
        String above = "<p>Ex. &amp; Record Date: January 7, 2031</p>";
        assertFailed(
                release(above, GROUP_HEADER, row("the first fund", "A", "Weekly", "$0.1234", "45%", "1%", "98%")),
                Failure.LAYOUT_CHANGED);
    }

    @Test
    void aBotWallIsNoRelease() {
        assertFailed("<html><body><p>Just a moment...</p></body></html>", Failure.MALFORMED);
        assertFailed("Access denied", Failure.MALFORMED);
    }

    @Test
    void flattenedTextWithTheDatesAbove() {
        assertThat(lines("""
                        YieldMax® ETFs today announced distributions.
                        Ex. & Record Date: January 7, 2031
                        Payment Date: January 8th, 2031

                        ETF Ticker1 ETF Name Distribution Frequency Distribution per Share Distribution Rate2,4 30-Day
                        SEC Yield3
                        ROC5
                        ZZTY YieldMax Featured 5
                        Income ETF
                        Weekly $0.0000 0.00% 96.53% 0.00%
                        ZZNY YieldMax® New ETF Weekly - - - -
                        ZZWY* YieldMax® S&P 500 ETF
                        Weekly $0.1407 16.22% 0.00% 83.86%
                        Next week: ZZQY, ZZRY
                        """))
                .containsExactly(
                        "ZZTY 2031-01-07 2031-01-07 2031-01-08 0.0000 Weekly YieldMax Featured 5 Income ETF",
                        "ZZWY 2031-01-07 2031-01-07 2031-01-08 0.1407 Weekly YieldMax® S&P 500 ETF");
    }

    @Test
    void flattenedTextWithBarsAndDatesInTheRows() {
        assertThat(lines("""
                        YieldMax™ today announced monthly distributions
                        ETFTicker1 |
                        ETF Name |
                        Distributionper Share |
                        Ex-Date & Record Date* |
                        PaymentDate |
                        ZZTY |
                        YieldMax™ ZZT ETF |
                        $0.7300 |
                        42.62% |
                        58.84% |
                        1/6/2031 |
                        1/7/2031 |
                        """)).containsExactly("ZZTY 2031-01-06 2031-01-06 2031-01-07 0.7300 - YieldMax™ ZZT ETF");
    }

    private static final String GROUP_HEADER = row(
            "ETF Ticker<sup>1</sup>",
            "ETF Name",
            "Distribution<br>Frequency",
            "Distribution<br>per Share",
            "Distribution Rate<sup>2,4</sup>",
            "30-Day<br>SEC Yield<sup>3</sup>",
            "ROC<sup>5</sup>");

    private static String row(String... cells) {
        return List.of(cells).stream()
                .map(cell -> "<td><p>" + cell + "</p></td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String table(String... rows) {
        return "<table>" + String.join("\n", rows) + "</table>";
    }

    private static String release(String above, String... rows) {
        return "<html><body><p>YieldMax® ETFs today announced distributions.</p>" + above + table(rows)
                + "<p>Next week's funds:<br>Group 1: ZZAY, ZZBY</p></body></html>";
    }

    private static Answer<Declaration> parse(String text) {
        return new ReleaseParser().parse(Payload.of(200, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(String text) {
        return parse(text).rowsOrEmpty().stream()
                .map(it -> "%s %s %s %s %s %s %s"
                        .formatted(
                                it.ticker(),
                                it.exDate(),
                                it.recordDate(),
                                it.payDate(),
                                it.amount(),
                                it.frequency() == null ? "-" : it.frequency(),
                                it.name()))
                .toList();
    }

    private static void assertFailed(String text, Failure failure) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.failure()).isEqualTo(failure));
    }
}
