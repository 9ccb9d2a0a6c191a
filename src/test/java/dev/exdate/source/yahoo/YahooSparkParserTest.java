package dev.exdate.source.yahoo;

import static dev.exdate.format.Payloads.failure;
import static dev.exdate.format.Payloads.ok;
import static dev.exdate.format.Payloads.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.PriceBar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YahooSparkParserTest {
    /** Two sessions in January 2031; the last trade of the second. */
    private static final String TIMES = "[1925562600,1925672401]";

    private final YahooSparkParser parser = new YahooSparkParser();

    private static String nested(String symbol, String closes, String marketTime, String low, String high) {
        return ("{\"symbol\":\"%1$s\",\"response\":[{\"meta\":{\"symbol\":\"%1$s\",\"regularMarketTime\":%3$s,"
                        + "\"regularMarketPrice\":10.5,\"regularMarketDayHigh\":%5$s,\"regularMarketDayLow\":%4$s,"
                        + "\"regularMarketVolume\":1200},\"timestamp\":%6$s,"
                        + "\"indicators\":{\"quote\":[{\"close\":%2$s}]}}]}")
                .formatted(symbol, closes, marketTime, low, high, TIMES);
    }

    private static String spark(String... results) {
        return "{\"spark\":{\"result\":[" + String.join(",", results) + "],\"error\":null}}";
    }

    private List<PriceBar> bars(String body) {
        return parser.parse(ok(body)).rowsOrEmpty().getFirst().bars();
    }

    @Test
    void theNewestDayHasItsRangeAndVolumeTheOthersOnlyAClose() {
        List<PriceBar> bars = bars(spark(nested("ZZT-B", "[10.10,10.5]", "1925672401", "10.0", "10.6")));
        assertThat(bars)
                .extracting(PriceBar::toString)
                .containsExactly(
                        "PriceBar[date=2031-01-07, open=null, high=null, low=null, close=10.10, adjClose=null, volume=null]",
                        "PriceBar[date=2031-01-08, open=null, high=10.6, low=10.0, close=10.5, adjClose=null, volume=1200]");
    }

    @ParameterizedTest
    @CsvSource({"1925562600,10.0,10.6", "1925672401,11.0,12.6"})
    void aRangeOfAnotherDayOrClosesIsLeftOut(String marketTime, String low, String high) {
        PriceBar last = bars(spark(nested("ZZTA", "[10.10,10.7]", marketTime, low, high)))
                .getLast();
        assertThat(last.high()).isNull();
        assertThat(last.volume()).isNull();
    }

    @Test
    void closesThatAreNullAndSymbolsWithoutAResponseAreLeftOut() {
        Answer<YahooSpark> answer = parser.parse(ok(spark(
                nested("ZZTA", "[10.10,null]", "1925672401", "10", "11"),
                "{\"symbol\":\"ZZTB\",\"response\":[]}",
                "{\"symbol\":\"ZZTC\"}",
                nested("ZZTD", "[null,null]", "1925672401", "10", "11"))));
        assertThat(answer.rowsOrEmpty()).singleElement().satisfies(row -> {
            assertThat(row.symbol()).isEqualTo("ZZTA");
            assertThat(row.bars()).hasSize(1);
        });
        assertThat(parser.parse(ok(spark()))).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void theFlatShapeIsReadToo() {
        Answer<YahooSpark> answer = parser.parse(
                ok("{\"ZZTA\":{\"symbol\":\"ZZTA\",\"timestamp\":%s,\"close\":[10.1,10.5],\"dataGranularity\":300},"
                                .formatted(TIMES)
                        + "\"ZZTB\":{\"symbol\":\"ZZTB\",\"timestamp\":[],\"close\":[]}}"));
        assertThat(answer.rowsOrEmpty())
                .singleElement()
                .satisfies(row -> assertThat(row.bars()).hasSize(2));
        assertThat(parser.parse(ok("{}"))).isInstanceOf(Answer.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"spark\":{\"result\":null,\"error\":{\"code\":\"Bad Request\"}}};200;LAYOUT_CHANGED",
                "{\"spark\":{\"result\":[{\"symbolV2\":\"ZZTA\"}]}};200;LAYOUT_CHANGED",
                "{\"spark\":{\"result\":[{\"symbol\":\"ZZTA\",\"response\":[{\"timestamp\":[1,2]}]}]}};200;LAYOUT_CHANGED",
                "{\"ZZTA\":{\"timestampV2\":[1]}};200;LAYOUT_CHANGED",
                "{\"ZZTA\":{\"timestamp\":[\"x\"],\"close\":[1]}};200;LAYOUT_CHANGED",
                "Edge: Too Many Requests;200;RATE_LIMITED",
                "<html>;200;MALFORMED",
                "{};400;MALFORMED",
                "{};404;NOT_FOUND",
                "{};429;RATE_LIMITED"
            })
    void whatIsNoSparkIsAFailure(String body, int status, Failure failure) {
        assertThat(failure(parser.parse(status(status, body)))).isEqualTo(failure);
    }
}
