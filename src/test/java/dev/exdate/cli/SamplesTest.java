package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.testing.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code exdate parse} says of each recorded answer of a real source. */
class SamplesTest {
    /** Left out: kinds of documents that no task asks for. */
    private static final List<String> NOT_READ =
            List.of("fmp/stable-batch-quote-mixed-exchanges.json", "nasdaq/quote-AAPL-dividends-2024-01.json");

    private static JsonNode parse(String kind, String sample, String status) throws Exception {
        Samples.assumePresent();
        ParsedAnswer answer = ParsedAnswer.of(kind, Samples.find(sample).orElseThrow(), Integer.parseInt(status));
        assertThat(answer.exitCode()).isEqualTo(answer.meaning().startsWith("failure") ? 1 : 0);
        return answer.json();
    }

    @ParameterizedTest
    @CsvSource({
        "alphavantage/dividends,alphavantage/dividends-AAPL.json,50",
        "alphavantage/etf-profile,alphavantage/etf-profile-QUS.json,51",
        "alphavantage/listing-status,alphavantage/listing-status-2023-07.csv,55",
        "alphavantage/overview,alphavantage/overview-AAPL.json,1",
        "fmp/dividends,fmp/stable-dividends-AAPL.json,4",
        "fmp/dividends-calendar,fmp/stable-dividends-calendar.json,4",
        "fmp/eod-full,fmp/stable-eod-full-AAPL.json,5",
        "fmp/etf-holdings,fmp/stable-etf-holdings-SCHD.json,50",
        "fmp/profile,fmp/stable-profile-AAPL.json,1",
        "fmp/stock-list,fmp/stable-stock-list.json,2",
        "holdings/tidal,holdings/tidal-SPUS-2026-07-17.csv,36",
        "nasdaq/calendar,nasdaq/calendar-2023-11-06-fetched-2023-11-06.json,32",
        "nasdaqtrader/nasdaqlisted,nasdaqtrader/2025-07-21-nasdaqlisted.txt,51",
        "nasdaqtrader/otherlisted,nasdaqtrader/2025-07-21-otherlisted.txt,50",
        "nyse/corpax,nyse/corpax-2023-09-page1-size2.json,2",
        "yahoo/chart,yahoo/chart-AAPL-split-and-div.json,51",
        "yahoo/chart,yahoo/chart-MSFT-events-div-1y.json,62",
        "yahoo/chart,yahoo/chart-QQQ-etf-2d.json,1",
        "yieldmax/release,yieldmax/release-2024-06-13-combined-ex-record.txt,3",
        "yieldmax/release,yieldmax/release-2025-10-14-group1.txt,12",
        "yieldmax/fund,yieldmax/site-distribution-details-MSTY.csv,15"
    })
    void answersWithDataGiveTheirRows(String kind, String sample, int rows) throws Exception {
        JsonNode json = parse(kind, sample, "200");
        assertThat(json.get("kind").asText()).isEqualTo(kind);
        assertThat(json.get("result").asText()).isEqualTo("rows");
        assertThat(json.get("rows")).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "alphavantage/dividends,alphavantage/error-information-25-per-day.json,200,rate-limited",
        "alphavantage/listing-status,alphavantage/error-information-25-per-day.json,200,rate-limited",
        "alphavantage/daily,alphavantage/error-information-25-per-day.json,200,rate-limited",
        "fmp/profile,fmp/error-401-invalid-key.json,401,unauthorized",
        "fmp/eod-full,fmp/error-402-premium-query-parameter.txt,402,plan",
        "fmp/eod-bulk,fmp/error-402-premium-query-parameter.txt,402,plan",
        "fmp/dividends,fmp/error-429-limit-reach-stable.json,429,rate-limited",
        "nasdaqtrader/nasdaqlisted,nasdaqtrader/error-200-html-instead-of-nasdaqlisted.txt.html,200,malformed",
        "yahoo/chart,yahoo/error-404-chart-delisted.json,404,not-found",
        "yahoo/chart,yahoo/error-404-chart-delisted.json,200,not-found",
        "yahoo/chart,yahoo/error-429-too-many-requests.txt,429,rate-limited",
        "yahoo/chart,yahoo/error-429-too-many-requests.txt,200,rate-limited"
    })
    void errorsAreNamedWhateverTheirStatus(String kind, String sample, String status, String failure) throws Exception {
        JsonNode json = parse(kind, sample, status);
        assertThat(json.get("result").asText()).isEqualTo("failure");
        assertThat(json.get("failure").asText()).isEqualTo(failure);
    }

    @ParameterizedTest
    @CsvSource({
        "nasdaq/calendar,nasdaq/calendar-2024-06-02-empty-sunday.json",
        "yahoo/chart,yahoo/chart-no-timestamp.json"
    })
    void theRecognisedEmptyFormsAreNothing(String kind, String sample) throws Exception {
        assertThat(parse(kind, sample, "200").get("result").asText()).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "alphavantage/dividends;alphavantage/dividends-AAPL.json;49;"
                        + "{\"symbol\":\"AAPL\",\"exDate\":\"2012-08-09\",\"amount\":\"2.65\"}",
                "fmp/dividends;fmp/stable-dividends-AAPL.json;0;"
                        + "{\"symbol\":\"AAPL\",\"exDate\":\"2025-08-11\",\"recordDate\":\"2025-08-11\",\"payDate\":\"2025-08-14\","
                        + "\"declaredDate\":\"2025-07-31\",\"amount\":\"0.26\",\"adjAmount\":\"0.26\",\"frequency\":\"Quarterly\"}",
                "fmp/dividends-calendar;fmp/stable-dividends-calendar.json;0;"
                        + "{\"symbol\":\"0008.HK\",\"exDate\":\"2025-08-15\",\"recordDate\":\"2025-08-18\",\"payDate\":\"2025-09-05\","
                        + "\"amount\":\"0.0977\",\"adjAmount\":\"0.0977\",\"frequency\":\"Quarterly\"}",
                "fmp/eod-full;fmp/stable-eod-full-AAPL.json;0;"
                        + "{\"date\":\"2024-02-28\",\"open\":\"182.51\",\"high\":\"183.12\",\"low\":\"180.13\",\"close\":\"181.42\","
                        + "\"volume\":\"48953939\"}",
                "nasdaq/calendar;nasdaq/calendar-2023-11-06-fetched-2023-11-06.json;0;"
                        + "{\"symbol\":\"ARLP\",\"exDate\":\"2023-11-06\",\"recordDate\":\"2023-11-07\",\"payDate\":\"2023-11-14\","
                        + "\"declaredDate\":\"2023-10-27\",\"amount\":\"0.7\",\"name\":\"Alliance Resource Partners, L.P.\"}",
                "nyse/corpax;nyse/corpax-2023-09-page1-size2.json;0;"
                        + "{\"symbol\":\"NEX\",\"name\":\"NexTier Oilfield Solutions Inc.\",\"date\":\"2023-09-01\",\"action\":\"Suspend\"}",
                "yahoo/chart;yahoo/chart-AAPL-split-and-div.json;49;"
                        + "{\"type\":\"dividend\",\"symbol\":\"AAPL\",\"exDate\":\"2020-11-06\",\"amount\":\"0.205\",\"currency\":\"USD\"}",
                "yahoo/chart;yahoo/chart-AAPL-split-and-div.json;50;"
                        + "{\"type\":\"split\",\"date\":\"2020-08-31\",\"numerator\":\"4\",\"denominator\":\"1\"}",
                "yahoo/chart;yahoo/chart-QQQ-etf-2d.json;0;"
                        + "{\"type\":\"price\",\"date\":\"2020-01-02\",\"open\":\"214.39999389648438\",\"high\":\"216.16000366210938\","
                        + "\"low\":\"213.97999572753906\",\"close\":\"216.16000366210938\",\"adjClose\":\"209.6380615234375\","
                        + "\"volume\":\"30969400\"}",
                "holdings/tidal;holdings/tidal-SPUS-2026-07-17.csv;0;"
                        + "{\"symbol\":\"SPUS\",\"date\":\"2026-07-17\",\"asset\":\"NVDA\",\"name\":\"NVIDIA Corp\","
                        + "\"shares\":\"1851709\",\"weight\":\"13.33\",\"marketValue\":\"384044446.6\"}",
                "yieldmax/release;yieldmax/release-2025-10-14-group1.txt;1;"
                        + "{\"symbol\":\"FEAT\",\"exDate\":\"2025-10-15\",\"recordDate\":\"2025-10-15\",\"payDate\":\"2025-10-16\","
                        + "\"amount\":\"0.0000\",\"frequency\":\"Weekly\",\"kind\":\"zero\",\"roc\":\"0.00\",\"distributionRate\":\"0.00\","
                        + "\"secYield\":\"96.53\",\"name\":\"YieldMax Dorsey Wright Featured 5 Income ETF\"}",
                "yieldmax/release;yieldmax/release-2024-06-13-combined-ex-record.txt;0;"
                        + "{\"symbol\":\"YMAX\",\"exDate\":\"2024-06-14\",\"recordDate\":\"2024-06-14\",\"payDate\":\"2024-06-17\","
                        + "\"amount\":\"0.7300\",\"distributionRate\":\"42.62\",\"secYield\":\"58.84\",\"name\":\"YieldMax™ Universe Fund of Option Income ETFs\"}"
            })
    void rowsHaveTheStatedNumbersAndIsoDates(String kind, String sample, int index, String row) throws Exception {
        assertThat(parse(kind, sample, "200").get("rows").get(index).toString()).isEqualTo(row);
    }

    @Test
    void noSampleIsLeftOut() throws Exception {
        Samples.assumePresent();
        Path folder = Samples.folder().orElseThrow();
        List<String> known = new ArrayList<>(NOT_READ);
        for (var method : SamplesTest.class.getDeclaredMethods()) {
            CsvSource rows = method.getAnnotation(CsvSource.class);
            if (rows != null) {
                for (String row : rows.value()) {
                    known.add(row.split("[,;]")[1]);
                }
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .filter(name -> !name.equals("README.md")))
                    .isSubsetOf(known);
        }
    }
}
