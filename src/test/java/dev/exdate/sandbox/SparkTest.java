package dev.exdate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Payload;
import dev.exdate.market.PriceBar;
import dev.exdate.source.yahoo.YahooChartParser;
import dev.exdate.source.yahoo.YahooSpark;
import dev.exdate.source.yahoo.YahooSparkParser;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Yahoo's closes of many symbols at once, as the sandbox serves them. */
class SparkTest {
    private static final String SPARK = "/v7/finance/spark?range=5d&interval=1d&symbols=";

    private static Payload payload(HttpResponse<byte[]> answer) {
        return new Payload(answer.statusCode(), SandboxClient.type(answer), answer.body());
    }

    private static List<YahooSpark> sparks(SandboxClient client, String path) throws Exception {
        return new YahooSparkParser().parse(payload(client.get(path))).rowsOrEmpty();
    }

    private static String closes(List<PriceBar> bars) {
        return bars.stream().map(bar -> bar.date() + " " + bar.close()).toList().toString();
    }

    @Test
    void bothShapesHaveTheChartsClosesAndLeaveUnknownSymbolsOut() throws Exception {
        try (SandboxClient client = SandboxClient.sound()) {
            List<PriceBar> chart = new YahooChartParser()
                    .parse(payload(client.get("/v8/finance/chart/ZZTA?range=5d&interval=1d")))
                    .rowsOrEmpty()
                    .getFirst()
                    .bars();
            for (String version : List.of("v7", "v8")) {
                List<YahooSpark> read = sparks(client, SPARK.replace("v7", version) + "ZZTA,ZQQQ,ZZT-B");
                assertThat(read).extracting(YahooSpark::symbol).as(version).containsExactly("ZZTA", "ZZT-B");
                assertThat(closes(read.getFirst().bars())).isEqualTo(closes(chart));
            }
            PriceBar newest = sparks(client, SPARK + "ZZTA").getFirst().bars().getLast();
            assertThat(newest.open()).isNull();
            assertThat(newest.volume()).isEqualTo(chart.getLast().volume());
            assertThat(newest.high()).isEqualTo(chart.getLast().high());
            assertThat(client.get(SPARK + String.join(",", Collections.nCopies(21, "ZZTA")))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"layout", "html", "status:503", "rate-limit", "cut:quiet"})
    void faultsReachItToo(String fault) throws Exception {
        try (SandboxClient client = SandboxClient.faulty("yahoo/v7/finance/spark=" + fault)) {
            assertThat(new YahooSparkParser().parse(payload(client.get(SPARK + "ZZTA"))))
                    .isInstanceOf(Answer.Failed.class);
            assertThat(client.get("/v8/finance/chart/ZZTA?range=5d").statusCode())
                    .isEqualTo(200);
        }
    }
}
