package dev.exdate.source.snowball;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarParserTest {
    private static final String DECLARED = """
            {"ticker":"ZZTA","companyName":"Zedco Inc.","status":"declared","exDividendDate":"2031-01-06T00:00:00",\
            "paymentDate":"2031-01-21T00:00:00","declareDate":"2030-12-20T00:00:00","perShare":0.1250,\
            "currency":"USD","divCurrency":"USD","frequency":"quarterly"}""";
    private static final String ESTIMATE = DECLARED.replace("declared", "estimated");

    @Test
    void readsDeclaredDividendsOnlyAndKeepsTheAmountsDigits() {
        assertThat(parse(page(2, ESTIMATE + "," + DECLARED)).rowsOrEmpty())
                .containsExactly(new CalendarDividend(
                        Ticker.of("ZZTA"),
                        "Zedco Inc.",
                        LocalDate.of(2031, 1, 6),
                        LocalDate.of(2031, 1, 21),
                        LocalDate.of(2030, 12, 20),
                        new BigDecimal("0.1250"),
                        "USD",
                        "quarterly"));
    }

    @Test
    void thePageCountComesFromTheTotal() {
        assertThat(pages(page(101, DECLARED))).isEqualTo(3);
        assertThat(pages(page(100, DECLARED))).isEqualTo(2);
        assertThat(pages(page(1, DECLARED).replace("\"pageSize\":50", "\"pageSize\":0")))
                .isEqualTo(1);
    }

    @Test
    void absentValuesStayAbsent() {
        String bare = "{\"ticker\":\"ZZT-B\",\"name\":\"Zedco\",\"status\":\"declared\","
                + "\"exDividendDate\":\"2031-01-06\",\"paymentDate\":null,\"perShare\":1}";
        assertThat(parse(page(1, bare)).rowsOrEmpty()).singleElement().satisfies(row -> {
            assertThat(row.fields()).containsOnlyKeys("symbol", "exDate", "amount", "name");
            assertThat(row.ticker()).hasToString("ZZT.B");
        });
    }

    @Test
    void anEmptyListAndAPageOfEstimatesAreNothing() {
        assertThat(parse("{\"totalCount\":0,\"pageSize\":50,\"data\":[]}")).isInstanceOf(Answer.Nothing.class);
        assertThat(parse(page(1, ESTIMATE))).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void aChangedLayoutACutBodyAndHtmlFail() {
        assertFailed("{\"items\":[]}", Failure.LAYOUT_CHANGED);
        assertFailed(page(1, DECLARED.replace("perShare", "amount")), Failure.LAYOUT_CHANGED);
        assertFailed(page(1, DECLARED.replace("status", "state")), Failure.LAYOUT_CHANGED);
        assertFailed(page(1, DECLARED.replace("0.1250", "1e999999")), Failure.LAYOUT_CHANGED);
        assertFailed(page(1, DECLARED).substring(0, 120), Failure.MALFORMED);
        assertFailed("<html>Sign in</html>", Failure.MALFORMED);
        assertFailed("", Failure.MALFORMED);
    }

    @Test
    void controlCharactersInANameAreShownAsBroken() {
        assertThat(parse(page(1, DECLARED.replace("Zedco Inc.", "Zed\\u0000co <script>")))
                        .rowsOrEmpty())
                .extracting(CalendarDividend::name)
                .containsExactly("Zed\uFFFDco <script>");
    }

    private static String page(int total, String rows) {
        return "{\"totalCount\":" + total + ",\"pageSize\":50,\"data\":[" + rows + "]}";
    }

    private static Answer<CalendarDividend> parse(String text) {
        return new CalendarParser().parse(Payload.of(200, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int pages(String text) {
        return new CalendarPageParser()
                .parse(Payload.of(200, text.getBytes(StandardCharsets.UTF_8)))
                .rowsOrEmpty()
                .getFirst()
                .pages();
    }

    private static void assertFailed(String text, Failure failure) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.failure()).isEqualTo(failure));
    }
}
