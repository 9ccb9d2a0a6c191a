package dev.exdate.source.cboe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CboeParsersTest {
    private static final String DETAILS = """
            <html><body><h1>Dividend Notice Details</h1>
            <table><tr><th>Symbol</th><th>Name</th><th>Ex-Date</th><th>Record Date</th><th>Payable Date</th>\
            <th>Distribution Amount</th><th>Frequency</th><th>Distribution Type</th></tr>
            <tr><td>ZZTW</td><td>Example &amp; Sons WeeklyPay ETF</td><td>2031-01-06</td><td>2031-01-06</td><td>2031-01-07</td>\
            <td>$0.123450</td><td>Weekly</td><td>Cash Dividend</td></tr></table></body></html>""";

    @Test
    void theYearListNamesEachNotice() {
        assertThat(new YearParser().parse(payload("""
                                {"alerts":[{"symbols":"ZZTW, ZZTX","declaration_dt":"2031-01-06","firm_name":"Example Financial Inc."},
                                {"symbols":null,"declaration_dt":"2031-01-03T00:00:00","firm_name":"Other"}],"year_list":[2012,2031]}""")).rowsOrEmpty())
                .containsExactly(
                        new Notice("ZZTW, ZZTX", LocalDate.of(2031, 1, 6), "Example Financial Inc."),
                        new Notice(null, LocalDate.of(2031, 1, 3), "Other"));
    }

    @Test
    void aYearWithoutNoticesIsNothing() {
        assertThat(new YearParser().parse(payload("{\"alerts\":[],\"year_list\":[2012]}")))
                .isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void aYearListOfAnotherKindFails() {
        assertFailed(new YearParser(), "{\"notices\":[]}", Failure.LAYOUT_CHANGED);
        assertFailed(new YearParser(), "{\"alerts\":[{\"day\":\"2031-01-06\"}]}", Failure.LAYOUT_CHANGED);
        assertFailed(new YearParser(), "<html><body>Blocked</body></html>", Failure.MALFORMED);
        assertFailed(new YearParser(), "{\"alerts\":[{\"symbols\":\"ZZ", Failure.MALFORMED);
        assertFailed(new YearParser(), "", Failure.MALFORMED);
    }

    @Test
    void aNoticeKeepsAllSixDecimals() {
        assertThat(new DetailsParser().parse(payload(DETAILS)).rowsOrEmpty())
                .containsExactly(new NoticedDividend(
                        Ticker.of("ZZTW"),
                        "Example & Sons WeeklyPay ETF",
                        LocalDate.of(2031, 1, 6),
                        LocalDate.of(2031, 1, 6),
                        LocalDate.of(2031, 1, 7),
                        new BigDecimal("0.123450"),
                        "Weekly",
                        "Cash Dividend"));
    }

    @Test
    void theOlderWordingReadsTheSame() {
        String older = DETAILS.replace("Ex-Date", "Ex Date")
                .replace("Distribution Amount", "Amount Paid")
                .replace("Payable Date", "Pay Date")
                .replace("Distribution Type", "Type");
        assertThat(new DetailsParser().parse(payload(older))).isEqualTo(new DetailsParser().parse(payload(DETAILS)));
    }

    @Test
    void aDayWithoutANoticeIsNothing() {
        assertThat(new DetailsParser()
                        .parse(payload("<html><body><h1>Dividend Notice Details</h1><p>None found.</p></body></html>")))
                .isInstanceOf(Answer.Nothing.class);
        assertThat(new DetailsParser().parse(payload(DETAILS.replaceAll("(?s)<tr><td>.*</tr>", ""))))
                .isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void aChangedACutAndAForeignPageFail() {
        assertFailed(new DetailsParser(), DETAILS.replace("Symbol", "Instrument"), Failure.LAYOUT_CHANGED);
        assertFailed(new DetailsParser(), DETAILS.replace("2031-01-06", "soon"), Failure.LAYOUT_CHANGED);
        assertFailed(new DetailsParser(), DETAILS.substring(0, 400), Failure.MALFORMED);
        assertFailed(new DetailsParser(), "<html><body>Just a moment</body></html>", Failure.MALFORMED);
    }

    @Test
    void theStatusOfAFailedAnswerCounts() {
        assertThat(new DetailsParser().parse(Payload.of(429, new byte[0])))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.failure()).isEqualTo(Failure.RATE_LIMITED));
    }

    private static Payload payload(String text) {
        return Payload.of(200, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFailed(Parser<?> parser, String text, Failure failure) {
        assertThat(parser.parse(payload(text)))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.failure()).isEqualTo(failure));
    }
}
