package dev.exdate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxFaultsTest {
    private static final String CHART = "/v8/finance/chart/ZZTA";
    private static final String PAGE = "/our-etfs/zzty/";
    private static final String CALENDAR = "/api/calendar/dividends?date=2026-10-14";

    @Test
    void aStatusComesWithTheSourcesOwnBody() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("yahoo=status:503; fmp=status:402")) {
            assertThat(client.get(CHART).statusCode()).isEqualTo(503);
            assertThat(client.get("/stable/stock-list?apikey=k").statusCode()).isEqualTo(402);
            assertThat(client.text("/stable/stock-list?apikey=k")).startsWith("Premium Query Parameter");
            assertThat(client.get(PAGE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRateLimitSaysWhenToComeBack() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("fmp=rate-limit:2, alphavantage=rate-limit")) {
            HttpResponse<byte[]> answer = client.get("/stable/stock-list?apikey=k");

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(SandboxClient.text(answer)).contains("Limit Reach");
            assertThat(client.text("/query?function=DIVIDENDS&symbol=ZZTA&apikey=k"))
                    .contains("25 requests per day");
        }
    }

    @Test
    void onlyTheFirstRequestsAreStruckWhenSaidSo() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("yahoo=status:500x2,nasdaq=status:500 first:1")) {
            assertThat(statuses(client, CHART, 4)).containsExactly(500, 500, 200, 200);
            assertThat(statuses(client, CALENDAR, 2)).containsExactly(500, 200);
        }
    }

    @Test
    void onlyPathsThatBeginAsSaidAreStruck() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("nasdaq/api/calendar/dividends?date=2026-10-14=status:500")) {
            assertThat(client.get(CALENDAR).statusCode()).isEqualTo(500);
            assertThat(client.get("/api/calendar/dividends?date=2026-10-13").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aShareOfTheRequestsIsStruckTheSameAtEveryStart() throws Exception {
        List<Integer> first;
        List<Integer> second;
        try (SandboxClient client = SandboxClient.faulty("*=status:500@50%")) {
            first = statuses(client, CHART, 40);
        }
        try (SandboxClient client = SandboxClient.faulty("*=status:500@50%")) {
            statuses(client, PAGE, 3);
            second = statuses(client, CHART, 40);
        }
        assertThat(first).contains(200, 500).isEqualTo(second);
    }

    @Test
    void aHangingSourceAnswersNothingUntilItCloses() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("cboe=hang:100ms")) {
            assertThatThrownBy(() -> client.get("/us/equities/notices/data/dividends/?year=2026"))
                    .isInstanceOf(IOException.class);
            assertThat(client.text("/requests")).contains("cboe,/us/equities/notices/data/dividends/?year=2026,0,");
        }
    }

    @Test
    void aResetConnectionGivesNoByte() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("nyse=reset")) {
            assertThatThrownBy(() -> client.get("/ex-date-dividends")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aCutBodyEndsWithTheConnection() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("yieldmax=cut")) {
            assertThatThrownBy(() -> client.get(PAGE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aQuietlyCutBodyLooksWhole() throws Exception {
        byte[] whole;
        try (SandboxClient client = SandboxClient.sound()) {
            whole = client.get(PAGE).body();
        }
        try (SandboxClient client = SandboxClient.faulty("yieldmax=cut:quiet")) {
            assertThat(client.get(PAGE).body())
                    .hasSize(whole.length / 2)
                    .isEqualTo(Arrays.copyOf(whole, whole.length / 2));
        }
    }

    @Test
    void aBotWallComesAsAPageWithStatus200() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("nasdaq=html")) {
            HttpResponse<byte[]> answer = client.get(CALENDAR);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(SandboxClient.type(answer)).startsWith("text/html");
            assertThat(SandboxClient.text(answer)).contains("Robot check");
        }
    }

    @Test
    void aWallComesInsteadOfTheAnswerUntilItsScriptHasRun() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("nasdaq=wall,yahoo=wall:503")) {
            HttpResponse<byte[]> answer = client.get(CALENDAR, "Cookie", "sandbox_clearance=1");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(SandboxClient.text(answer)).contains("Just a moment...", "document.cookie");
            assertThat(client.get("/v8/finance/chart/ZZTA").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void theBytesAreInAnotherCharsetThanTheHeaderSays() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("nasdaq=charset")) {
            HttpResponse<byte[]> answer = client.get(CALENDAR);

            assertThat(SandboxClient.type(answer)).contains("utf-8");
            assertThat(new String(answer.body(), StandardCharsets.UTF_16)).contains("\"dividend_Rate\":0.1234");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/calendar/dividends?date=2026-10-14|"calendar"|"dividend_Rate"
                    /v8/finance/chart/ZZTA|"chart"|"timestamp"
                    /stable/dividends?symbol=ZZTA&apikey=k|"dateV2"|"date"
                    /our-etfs/zzty/|$0.1234|Ex Date
                    /our-etfs/|/products/zzty/|/our-etfs/zzty/
                    /dynamic/SymDir/nasdaqlisted.txt|Field 1-Field 2|Symbol-
                    /wp-content/uploads/funds/ZZTY/TidalFG_Holdings_ZZTY.csv|Field 3|StockTicker
                    /funds/holdings/zzxg_full-holdings_20261012.csv|Field 3|SEDOL
                    """)
    void aChangedLayoutKeepsTheFrameAndRenamesTheRest(String path, String kept, String gone) throws Exception {
        try (SandboxClient client = SandboxClient.faulty("*=layout")) {
            assertThat(client.text(path).replace('|', '-').replace("0.1234", "$0.1234"))
                    .contains(kept)
                    .doesNotContain(gone);
        }
    }

    @Test
    void delaysAddUpAndLeaveTheAnswerAsItIs() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("yahoo=delay:40ms,yahoo=delay:30ms")) {
            assertThat(client.get(CHART).statusCode()).isEqualTo(200);

            String[] entry = client.text("/requests").lines().toList().getLast().split(",");
            assertThat(Long.parseLong(entry[4])).isGreaterThanOrEqualTo(70);
        }
    }

    @Test
    void aFileHoldsOneFaultALine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("faults.txt"), "# a bad day\nyahoo=status:503\n\n");
        try (SandboxClient client = SandboxClient.faulty(file.toString())) {
            assertThat(client.get(CHART).statusCode()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    yahoo=explode|invalid fault "yahoo=explode"; the faults are status delay
                    google=hang|invalid fault "google=hang"; the sources are * yieldmax
                    yahoo=status|invalid fault "yahoo=status"; its argument
                    yahoo=status:99|invalid fault "yahoo=status:99"; its argument
                    yahoo=delay:soon|invalid fault "yahoo=delay:soon"; its argument
                    yahoo=charset:none|invalid fault "yahoo=charset:none"; its argument
                    yahoo=hang@200%|invalid fault "yahoo=hang@200%"; the share
                    yahoo=hang@10|invalid fault "yahoo=hang@10"; expected
                    nowhere.txt|neither a file of faults nor a fault: "nowhere.txt"
                    """)
    void whatIsNoFaultIsNamed(String faults, String message) {
        assertThatThrownBy(() -> SandboxClient.faulty(faults))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    private static List<Integer> statuses(SandboxClient client, String path, int times) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            statuses.add(client.get(path).statusCode());
        }
        return statuses;
    }

    @Test
    void yesterdaysAnswerEndsOnTheDayBefore() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("*=yesterday")) {
            assertThat(client.text("/dynamic/SymDir/nasdaqlisted.txt")).contains("File Creation Time: 10132026");
            assertThat(client.text(CHART + "?range=5d"))
                    .contains("\"timestamp\":[")
                    .doesNotContain(
                            Long.toString(Instant.parse("2026-10-14T13:30:00Z").getEpochSecond()));
        }
    }

    @Test
    void anEmptyAnswerIsTheSourcesOwnNothing() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("*=empty")) {
            assertThat(client.text(CALENDAR)).contains("\"rows\":null");
            assertThat(client.text("/stable/dividends?symbol=ZZTA&apikey=k")).isEqualTo("[]");
            assertThat(client.text("/dynamic/SymDir/nasdaqlisted.txt"))
                    .doesNotContain("ZZTA")
                    .contains("File Creation Time");
            assertThat(client.text(CHART + "?range=5d"))
                    .contains("\"symbol\":\"ZZTA\"")
                    .doesNotContain("timestamp");
        }
    }

    @Test
    void halfAnAnswerHasEveryOtherSymbolOrRow() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("*=half")) {
            assertThat(count(client.text(CALENDAR), "\"payment_Date\":\"1")).isEqualTo(3);
            assertThat(count(client.text(PAGE), "0.1234")).isEqualTo(1);
            assertThat(client.text("/dynamic/SymDir/otherlisted.txt"))
                    .contains("ZZT$A|", "File Creation Time")
                    .doesNotContain("ZZRH|", "ZZT.B|");
        }
    }

    @Test
    void pricesAndDistributionsAreInAnotherUnit() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("yahoo=prices:100, nasdaq=amounts:0.01")) {
            assertThat(client.text(CHART + "?range=5d")).contains("1050.0").doesNotContain("10.5,");
            assertThat(client.text(CALENDAR)).contains("\"dividend_Rate\":0.001234");
        }
    }

    @Test
    void aShortAnswerIsWholeButForItsRows() throws Exception {
        try (SandboxClient client = SandboxClient.faulty("*=short")) {
            assertThat(client.text("/dynamic/SymDir/otherlisted.txt"))
                    .contains("ZZT.B|")
                    .doesNotContain("File Creation Time");
            String page =
                    client.text("/extapi/api/public/dividend-calendar/paged?type=us-popular-div&pageSize=50&page=1");
            assertThat(page).contains("\"totalCount\":15").endsWith("]}");
            assertThat(count(page, "\"ticker\"")).isEqualTo(8);
        }
    }

    private static long count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
