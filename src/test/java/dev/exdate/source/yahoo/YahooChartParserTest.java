package dev.exdate.source.yahoo;

import static dev.exdate.format.Payloads.failure;
import static dev.exdate.format.Payloads.ok;
import static dev.exdate.format.Payloads.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.format.Payloads;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class YahooChartParserTest {
    private static final String META =
            "\"meta\":{\"currency\":\"USD\",\"symbol\":\"ZZT-B\",\"gmtoffset\":-18000,\"exchangeTimezoneName\":\"America/New_York\"}";
    private final YahooChartParser parser = new YahooChartParser();

    private static String chart(String inner) {
        return "{\"chart\":{\"result\":[{" + META + inner + "}],\"error\":null}}";
    }

    private static String bars(String times, String closes, String more) {
        return chart(",\"timestamp\":[" + times + "]" + more + ",\"indicators\":{\"quote\":[{\"open\":[" + closes
                + "],\"high\":[" + closes + "],\"low\":[" + closes + "],\"close\":[" + closes + "],\"volume\":["
                + closes.replaceAll("[\\d.]+", "1000") + "]}],\"adjclose\":[{\"adjclose\":[" + closes + "]}]}");
    }

    private YahooChart one(String body) {
        return parser.parse(ok(body)).rowsOrEmpty().getFirst();
    }

    @Test
    void aDayIsTheExchangesOwnAndNumbersKeepTheirDigits() {
        YahooChart chart = one(bars("1925562600,1925649000", "10.10,10.5", ""));
        assertThat(chart.ticker()).hasToString("ZZT.B");
        assertThat(chart.bars()).hasSize(2);
        assertThat(chart.bars().getFirst().date()).isEqualTo("2031-01-07");
        assertThat(chart.bars().getFirst().close()).isEqualTo(new BigDecimal("10.10"));
        assertThat(chart.currency()).isEqualTo("USD");
    }

    @Test
    void anAsianDayIsNotThatOfUtc() {
        String tokyo = bars("1925510400", "10", "").replace("America/New_York", "Asia/Tokyo");
        assertThat(one(tokyo).bars().getFirst().date()).isEqualTo("2031-01-07");
    }

    @Test
    void aDayWithoutACloseIsNoBarAndOfTwoBarsOfOneDayTheLaterCounts() {
        YahooChart chart = one(bars("1925562600,1925649000,1925649900", "null,10,11", ""));
        assertThat(chart.bars()).singleElement().satisfies(bar -> {
            assertThat(bar.date()).isEqualTo("2031-01-08");
            assertThat(bar.close()).isEqualByComparingTo("11");
        });
    }

    @Test
    void eventsAreReadWhateverTheirOrder() {
        YahooChart chart = one(bars(
                "1925562600",
                "10",
                ",\"events\":{\"dividends\":{\"1925649000\":{\"amount\":0.125,\"date\":1925649000},"
                        + "\"1925562600\":{\"amount\":0.1,\"date\":1925562600}},"
                        + "\"splits\":{\"1925562600\":{\"date\":1925562600,\"numerator\":3,\"denominator\":2,\"splitRatio\":\"3:2\"}},"
                        + "\"capitalGains\":{\"1925562600\":{\"amount\":5,\"date\":1925562600}}}"));
        assertThat(chart.dividends())
                .extracting(paid -> paid.exDate() + " " + paid.amount())
                .containsExactly("2031-01-07 0.1", "2031-01-07 5", "2031-01-08 0.125");
        assertThat(chart.splits()).singleElement().satisfies(split -> {
            assertThat(split.numerator()).isEqualByComparingTo("3");
            assertThat(split.denominator()).isEqualByComparingTo("2");
            assertThat(split.date()).isEqualTo(LocalDate.of(2031, 1, 7));
        });
    }

    @Test
    void aSpanWithoutBarsAndEventsIsNothing() {
        assertThat(parser.parse(ok(chart(",\"indicators\":{\"quote\":[{}],\"adjclose\":[{}]}"))))
                .isInstanceOf(Answer.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "404,NOT_FOUND",
        "429,RATE_LIMITED",
        "401,UNAUTHORIZED",
        "500,UNAVAILABLE",
        "503,UNAVAILABLE",
        "400,MALFORMED"
    })
    void anErrorStatusIsAFailureOfItsKind(int status, Failure failure) {
        assertThat(failure(parser.parse(status(status, "x")))).isEqualTo(failure);
    }

    @Test
    void errorsWith200AreNoRows() {
        String unknown =
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data found, symbol may be delisted\"}}}";
        assertThat(failure(parser.parse(ok(unknown)))).isEqualTo(Failure.NOT_FOUND);
        assertThat(failure(parser.parse(ok("Edge: Too Many Requests")))).isEqualTo(Failure.RATE_LIMITED);
        assertThat(
                        failure(
                                parser.parse(
                                        ok(
                                                "{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":\"Invalid Crumb\"}}}"))))
                .isEqualTo(Failure.UNAUTHORIZED);
    }

    @Test
    void anAnswerCutAnywhereIsNeverRows() {
        String whole = bars("1925562600,1925649000", "10.1,10.5", "");
        for (int end = 0; end < whole.length(); end++) {
            assertThat(parser.parse(ok(whole.substring(0, end)))).isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void aChangedLayoutIsSaidSo() {
        assertThat(failure(parser.parse(ok(bars("1925562600", "10", "").replace("\"close\"", "\"closing\"")))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
        assertThat(failure(parser.parse(ok(bars("1925562600", "10,11", ""))))).isEqualTo(Failure.LAYOUT_CHANGED);
        assertThat(failure(parser.parse(ok(bars("\"yesterday\"", "10", ""))))).isEqualTo(Failure.LAYOUT_CHANGED);
        assertThat(failure(parser.parse(ok(bars("1925562600", "\"ten\"", ""))))).isEqualTo(Failure.LAYOUT_CHANGED);
    }

    @Test
    void theWrongCharsetIsMalformed() {
        byte[] bytes = bars("1925562600", "10", "").getBytes(StandardCharsets.UTF_16);
        assertThat(failure(parser.parse(Payload.of(200, bytes)))).isEqualTo(Failure.MALFORMED);
    }

    static java.util.List<Payload> hostile() {
        return Payloads.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoSourceMeansIsNeverRows(Payload payload) {
        assertThat(parser.parse(payload)).isInstanceOf(Answer.Failed.class);
    }
}
