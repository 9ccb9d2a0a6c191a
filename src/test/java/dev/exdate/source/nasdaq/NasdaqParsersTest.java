package dev.exdate.source.nasdaq;

import static dev.exdate.format.Payloads.failure;
import static dev.exdate.format.Payloads.ok;
import static dev.exdate.format.Payloads.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.format.Payloads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NasdaqParsersTest {
    private static final String HEADERS = "{\"symbol\":\"Symbol\",\"companyName\":\"Name\",\"dividend_Ex_Date\":\"Ex\","
            + "\"payment_Date\":\"P\",\"record_Date\":\"R\",\"dividend_Rate\":\"D\",\"indicated_Annual_Dividend\":\"A\","
            + "\"announcement_Date\":\"An\"}";
    private final NasdaqCalendarParser calendar = new NasdaqCalendarParser();
    private final NasdaqScreenerParser screener = new NasdaqScreenerParser();

    private static String envelope(String data, String status) {
        return "{\"data\":" + data + ",\"message\":null,\"status\":" + status + "}";
    }

    private static String day(String headers, String rows) {
        return envelope(
                "{\"calendar\":{\"asOf\":\"Mon, Jan 6, 2031\",\"headers\":" + headers + ",\"rows\":" + rows + "}}",
                "{\"rCode\":200,\"bCodeMessage\":null,\"developerMessage\":null}");
    }

    private static String row(String symbol, String name, String rate) {
        return "{\"companyName\":\"" + name + "\",\"symbol\":\"" + symbol + "\",\"dividend_Ex_Date\":\"1/06/2031\","
                + "\"payment_Date\":\"01/21/2031\",\"record_Date\":\"1/6/2031\",\"dividend_Rate\":" + rate + ","
                + "\"indicated_Annual_Dividend\":0.0,\"announcement_Date\":\"N/A\"}";
    }

    private List<NasdaqDividend> read(String body) {
        return calendar.parse(ok(body)).rowsOrEmpty();
    }

    @Test
    void aSymbolThatComesTwiceIsOneRowWithTheLongerName() {
        List<NasdaqDividend> rows = read(day(
                HEADERS,
                "[" + row("ZZT.B", "Zedco", "0.125") + "," + row("ZZT.B", "Zedco Inc. Common Stock", "0.1250") + "]"));
        assertThat(rows).singleElement().satisfies(dividend -> {
            assertThat(dividend.companyName()).isEqualTo("Zedco Inc. Common Stock");
            assertThat(dividend.exDate()).isEqualTo("2031-01-06");
            assertThat(dividend.recordDate()).isEqualTo("2031-01-06");
            assertThat(dividend.payDate()).isEqualTo("2031-01-21");
            assertThat(dividend.announcementDate()).isNull();
            assertThat(dividend.annual()).isNull();
        });
    }

    @Test
    void twoRatesOfOneSymbolAreTwoRows() {
        assertThat(read(day(HEADERS, "[" + row("ZZTA", "Z", "0.125") + "," + row("ZZTA", "Z", "2.5") + "]")))
                .hasSize(2);
    }

    @Test
    void anEmptyDayIsNothingAndAMissingListIsNot() {
        for (String headers : List.of("null", HEADERS)) {
            assertThat(calendar.parse(ok(day(headers, "null")))).isInstanceOf(Answer.Nothing.class);
            assertThat(calendar.parse(ok(day(headers, "[]")))).isInstanceOf(Answer.Nothing.class);
            assertThat(read(day(headers, "[" + row("ZZTA", "Z", "1") + "]"))).hasSize(1);
        }
        for (String field : List.of("rows", "rCode")) {
            assertThat(failure(calendar.parse(ok(day("null", "null").replace(field, "renamed")))))
                    .as(field)
                    .isEqualTo(Failure.LAYOUT_CHANGED);
        }
        assertThat(failure(calendar.parse(ok(day("{\"symbol\":\"S\"}", "[" + row("Z", "Z", "1") + "]")))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
    }

    @Test
    void errorsComeWith200() {
        String busy =
                "{\"rCode\":200,\"bCodeMessage\":[{\"code\":1001,\"errorMessage\":\"Something went wrong. Please try again later.\"}]}";
        assertThat(failure(calendar.parse(ok(envelope("null", busy))))).isEqualTo(Failure.UNAVAILABLE);
        String unknown = "{\"rCode\":400,\"bCodeMessage\":[{\"code\":1001,\"errorMessage\":\"Symbol not exists.\"}]}";
        assertThat(failure(calendar.parse(ok(envelope("null", unknown))))).isEqualTo(Failure.NOT_FOUND);
        String none = "{\"rCode\":200,\"bCodeMessage\":[{\"code\":1002,\"errorMessage\":\"No record found.\"}]}";
        assertThat(calendar.parse(ok(envelope("null", none)))).isInstanceOf(Answer.Nothing.class);
        assertThat(failure(calendar.parse(status(503, "busy")))).isEqualTo(Failure.UNAVAILABLE);
    }

    @Test
    void oneUnreadableRowOfManyCostsOnlyItself() {
        String rows =
                "[" + row("ZZTA", "A", "1") + "," + row("ZZTB", "B", "\"??\"") + "," + row("ZZTC", "C", "1") + "]";
        assertThat(read(day(HEADERS, rows))).hasSize(2);
    }

    @Test
    void theScreenerIsReadInAllItsPlaces() {
        String row =
                "{\"symbol\":\"ZZT^A\",\"name\":\"Zed\",\"lastsale\":\"$1,234.50\",\"marketCap\":\"1,234,567\",\"sector\":\"Energy\",\"industry\":\"\"}";
        for (String data : List.of(
                "{\"rows\":[" + row + "]}",
                "{\"table\":{\"rows\":[" + row + "]}}",
                "{\"data\":{\"rows\":[" + row + "]}}")) {
            Answer<ScreenerRow> answer = screener.parse(ok(envelope(data, "{\"rCode\":200,\"bCodeMessage\":null}")));
            assertThat(answer.rowsOrEmpty()).singleElement().satisfies(read -> {
                assertThat(read.ticker()).hasToString("ZZT$A");
                assertThat(read.lastSale()).isEqualByComparingTo("1234.50");
                assertThat(read.marketCap()).isEqualByComparingTo("1234567");
                assertThat(read.industry()).isNull();
            });
        }
    }

    @Test
    void aFundsScreenerHasOtherNames() {
        String row = "{\"symbol\":\"ZZTE\",\"companyName\":\"Zed ETF\",\"lastSalePrice\":\"NA\"}";
        assertThat(screener.parse(ok(envelope("{\"data\":{\"rows\":[" + row + "]}}", "{\"rCode\":200}")))
                        .rowsOrEmpty())
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.name()).isEqualTo("Zed ETF");
                    assertThat(read.lastSale()).isNull();
                });
    }

    static List<Payload> hostile() {
        return Payloads.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoSourceMeansIsNeverRows(Payload payload) {
        assertThat(calendar.parse(payload)).isInstanceOf(Answer.Failed.class);
        assertThat(screener.parse(payload)).isInstanceOf(Answer.Failed.class);
    }
}
