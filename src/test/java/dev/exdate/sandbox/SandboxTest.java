package dev.exdate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.sandbox.market.TinyMarket;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Sources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    private static final List<String> PATHS = List.of(
            "/our-etfs/zzty/",
            "/en/search/keyword/yieldmax",
            "/us/equities/notices/data/dividends/?year=2026",
            "/api/calendar/dividends?date=2026-10-14",
            "/v8/finance/chart/ZZTA?range=1mo",
            "/stable/eod-bulk?apikey=k",
            "/dynamic/SymDir/otherlisted.txt");

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        try (SandboxClient one = SandboxClient.sound();
                SandboxClient other = SandboxClient.sound()) {
            for (String path : PATHS) {
                assertThat(one.get(path).body()).isEqualTo(other.get(path).body());
            }
        }
    }

    @Test
    void itListensOnLoopbackOnly() throws Exception {
        try (SandboxClient client = SandboxClient.sound()) {
            assertThat(client.sandbox().address().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (SandboxClient client = SandboxClient.sound()) {
            int port = client.sandbox().address().getPort();
            SandboxOptions taken =
                    new SandboxOptions(port, 6, 1, Duration.ZERO, "", Optional.empty(), TinyMarket.TODAY);

            assertThatThrownBy(() -> SandboxClient.of(taken))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + port);
        }
    }

    @Test
    void whatWasAskedIsListedWithoutKeys() throws Exception {
        try (SandboxClient client = SandboxClient.sound()) {
            client.get("/stable/profile?apikey=topsecret&symbol=ZZTA");
            client.get("/stable/batch-quote?symbols=ZZTA,ZZTY&apikey=topsecret");
            client.get("/nowhere");

            assertThat(client.text("/requests").lines().map(line -> line.replaceAll(",\\d+$", "")))
                    .containsExactly(
                            "time,source,path,status,milliseconds",
                            "2026-10-14T20:00:00Z,fmp,/stable/profile?apikey=&symbol=ZZTA,200",
                            "2026-10-14T20:00:00Z,fmp,\"/stable/batch-quote?symbols=ZZTA,ZZTY&apikey=\",200",
                            "2026-10-14T20:00:00Z,,/nowhere,404");
        }
    }

    @Test
    void theSourcesFileLeadsEverySourceHere() throws Exception {
        Path file = folder.resolve("sources.properties");
        Properties settings = new Properties();
        String address;
        try (SandboxClient client = SandboxClient.sound()) {
            client.sandbox().writeSources(file, true);
            address = client.sandbox().address().toString();
        }
        settings.load(new StringReader(Files.readString(file)));

        for (SourceId source : Sources.ids()) {
            assertThat(settings.getProperty("EXDATE_SOURCE_" + source.name() + "_BASE_URL"))
                    .isEqualTo(address);
        }
        assertThat(settings)
                .containsEntry("FMP_API_KEY", "sandbox")
                .containsEntry("EXDATE_SOURCE_YAHOO_REQUESTS_PER_SECOND", "2000")
                .containsEntry("EXDATE_SOURCE_YAHOO_CONCURRENCY", "16");
    }

    @Test
    void withoutKeysTheSourcesFileHoldsNone() throws Exception {
        Path file = folder.resolve("sources.properties");
        try (SandboxClient client = SandboxClient.sound()) {
            client.sandbox().writeSources(file, false);
        }
        assertThat(Files.readString(file)).doesNotContain("KEY");
    }

    @Test
    void savedAnswersComeFirstByteByByte() throws Exception {
        Files.createDirectory(folder.resolve("saved"));
        byte[] bytes = {'{', (byte) 0xff, 0, '}'};
        Files.write(folder.resolve("saved/a.json"), bytes);
        Files.writeString(folder.resolve("saved/b.txt"), "slow down");
        Files.writeString(folder.resolve("saved/monday.json"), "monday");
        Files.writeString(folder.resolve("saved/page 2.json"), "second");
        Path list = Files.writeString(folder.resolve("answers.txt"), """
                # recorded by hand
                /v8/finance/chart/ZZTA = saved/a.json
                https://query1.finance.yahoo.com/v8/finance/chart/ZZTB?range=1d = 429 saved/b.txt
                /api/calendar/dividends?date=2026-10-12 = saved/monday.json
                /extapi/any?type=a%20b&page=2 = saved/page 2.json
                """);
        try (SandboxClient client = answering(list)) {
            assertThat(client.get("/v8/finance/chart/ZZTA?range=1d&events=div").body())
                    .isEqualTo(bytes);
            assertThat(client.get("/v8/finance/chart/ZZTB?events=div&range=1d").statusCode())
                    .isEqualTo(429);
            assertThat(client.text("/api/calendar/dividends?date=2026-10-12")).isEqualTo("monday");
            assertThat(client.text("/api/calendar/dividends?date=2026-10-14")).contains("0.1234");
            assertThat(client.text("/extapi/any?page=2&type=a+b")).isEqualTo("second");
            assertThat(SandboxClient.type(client.get("/v8/finance/chart/ZZTA"))).startsWith("application/json");
        }
    }

    @Test
    void ofSavedAnswersTheClosestCounts() throws Exception {
        Files.writeString(folder.resolve("any.json"), "any");
        Files.writeString(folder.resolve("two.json"), "two");
        Path list = Files.writeString(folder.resolve("answers.txt"), """
                /stable/dividends = any.json
                /stable/dividends?symbol=ZZTA&limit=5 = two.json
                """);
        try (SandboxClient client = answering(list)) {
            assertThat(client.text("/stable/dividends?limit=5&apikey=k&symbol=ZZTA"))
                    .isEqualTo("two");
            assertThat(client.text("/stable/dividends?symbol=ZZTA")).isEqualTo("any");
        }
    }

    @Test
    void aLineThatIsNoSavedAnswerIsNamed() throws Exception {
        Path list = Files.writeString(folder.resolve("answers.txt"), "/stable/dividends a.json\n");
        assertThatThrownBy(() -> answering(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/stable/dividends a.json");
    }

    @Test
    void aSavedAnswerWithoutItsFileIsNamed() throws Exception {
        Path list = Files.writeString(folder.resolve("answers.txt"), "/stable/dividends = none.json\n");
        assertThatThrownBy(() -> answering(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.json");
    }

    @Test
    void closingFreesThoseWhoWait() throws Exception {
        SandboxClient client = SandboxClient.faulty("yahoo=hang");
        Thread asking = Thread.startVirtualThread(() ->
                assertThatThrownBy(() -> client.get("/v8/finance/chart/ZZTA")).isInstanceOf(IOException.class));
        while (!client.text("/requests").contains("yahoo")) {
            Thread.onSpinWait();
        }
        client.sandbox().close();

        assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
        client.close();
    }

    private static SandboxClient answering(Path list) throws IOException {
        return SandboxClient.of(new SandboxOptions(0, 6, 1, Duration.ZERO, "", Optional.of(list), TinyMarket.TODAY));
    }
}
