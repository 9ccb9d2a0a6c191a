package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.StatusCode;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.yahoo.YahooSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources behind a bot wall that lets in who runs its script. */
@Needs(MachineProgram.CHROMIUM)
class SourceRouteTest {
    private static final byte[] EVERY_BYTE = everyByte();
    private static final Parser<Payload> WHOLE =
            payload -> StatusCode.<Payload>refusal(payload).orElseGet(() -> new Answer.Rows<>(List.of(payload)));
    private static final String WALL = """
            <title>Just a moment...</title><script>
            if (navigator.userAgent.includes('Chrome')) {
              document.cookie = 'cleared=' + (6 * 7) + '; path=/';
              setTimeout(() => location.reload(), 50);
            }
            </script>""";

    private final LoopbackServer server = new LoopbackServer();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    @AfterEach
    void close() {
        server.close();
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[4 * 1024 * 1024 + 7];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return bytes;
    }

    private HttpWeb web() {
        Notices said = new Notices();
        said.to(notices::add);
        return new HttpWeb(
                TestWeb.settings(server.address(), settings),
                Memory.of((source, limit) -> true, Optional.empty(), AnswerArchive.NONE),
                new RetryPolicy(1, Duration.ofMillis(10), Duration.ofSeconds(2)),
                TrustedRoots.ofTheSystem(Map.of()),
                said);
    }

    private void guarded(String path, int status, String type, byte[] body) {
        server.on(path, exchange -> {
            if (hasCookie(exchange)) {
                LoopbackServer.answer(exchange, status, type, body);
            } else {
                LoopbackServer.answer(exchange, 403, "text/html", WALL.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static boolean hasCookie(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")).contains("cleared=42");
    }

    private static Answer<Payload> fetch(HttpWeb web, String path) throws InterruptedException {
        return web.source(YahooSource.ID).fetch(Request.of(path), WHOLE);
    }

    @Test
    void afterThreeWallsInARowTheBrowserGetsTheBytes() throws Exception {
        guarded("/json", 200, "application/json", "{\"a\":\"\u00e4\"}".getBytes(StandardCharsets.UTF_8));
        guarded(
                "/latin.csv",
                200,
                "text/csv; charset=ISO-8859-1",
                "n\u00e4me\r\n".getBytes(StandardCharsets.ISO_8859_1));
        guarded("/page", 200, "text/html", "<HTML><p>unclosed".getBytes(StandardCharsets.UTF_8));
        guarded("/file", 200, "application/octet-stream", EVERY_BYTE);
        guarded("/empty", 200, "text/csv", new byte[0]);
        guarded("/gone", 404, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        try (HttpWeb web = web()) {
            assertThat(body(fetch(web, "/json"))).isEqualTo("{\"a\":\"\u00e4\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(server.requests()).startsWith("/json", "/json", "/json");
            assertThat(body(fetch(web, "/latin.csv"))).isEqualTo("n\u00e4me\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(body(fetch(web, "/page"))).isEqualTo("<HTML><p>unclosed".getBytes(StandardCharsets.UTF_8));
            assertThat(body(fetch(web, "/file"))).isEqualTo(EVERY_BYTE);
            assertThat(body(fetch(web, "/empty"))).isEmpty();
            assertThat(failure(fetch(web, "/gone"))).isEqualTo(Failure.NOT_FOUND);
            assertThat(web.throughBrowser(YahooSource.ID)).isTrue();
            // The page itself is opened for the first of them only.
            assertThat(server.requests()).filteredOn("/page"::equals).hasSize(1);
        }
        assertThat(notices)
                .hasSize(1)
                .allMatch(line -> line.startsWith(
                        "🌐 yahoo: bot wall (Cloudflare) 3 times in a row; asked through the browser /"));
    }

    @Test
    void whatHasRunOutIsFetchedAgainFromTheWall() throws Exception {
        settings.put("EXDATE_SOURCE_YAHOO_VIA", "browser");
        guarded("/x", 200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
        server.on("/forget", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "cleared=; Max-Age=0; path=/");
            LoopbackServer.answer(exchange, 200, "text/plain", "done".getBytes(StandardCharsets.UTF_8));
        });
        try (HttpWeb web = web()) {
            fetch(web, "/x");
            fetch(web, "/forget");
            assertThat(body(fetch(web, "/x"))).asString().isEqualTo("ok");
        }
        assertThat(notices)
                .hasSize(1)
                .allMatch(line -> line.startsWith("🌐 yahoo: asked through the browser /")
                        && line.endsWith(" (EXDATE_SOURCE_YAHOO_VIA)"));
    }

    @Test
    void aWallThatKeepsTheBrowserOutTooEndsIt() throws Exception {
        settings.put("EXDATE_SOURCE_YAHOO_TIMEOUT", "1s");
        server.on("/x", 403, "text/html", "<title>Just a moment...</title>");
        server.on("/y", 403, "text/html", "<title>Just a moment...</title>");
        try (HttpWeb web = web()) {
            assertThat(fetch(web, "/x"))
                    .isEqualTo(Answer.failed(Failure.UNAUTHORIZED, "yahoo /x: bot wall (Cloudflare), HTTP 403"));
            assertThat(fetch(web, "/y")).isInstanceOf(Answer.Failed.class);
        }
        assertThat(server.requests()).filteredOn("/y"::equals).hasSize(1);
        assertThat(notices)
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("🌐 yahoo: the browser meets the bot wall (Cloudflare) too;"
                        + " asked without it for the rest of the run");
    }

    @Test
    void theBrowserKeepsTheSamePace() throws Exception {
        settings.put("EXDATE_SOURCE_YAHOO_VIA", "browser");
        settings.put("EXDATE_SOURCE_YAHOO_REQUESTS_PER_SECOND", "5");
        List<Long> times = new CopyOnWriteArrayList<>();
        server.on("/x", exchange -> {
            times.add(System.nanoTime());
            LoopbackServer.answer(exchange, 200, "text/plain", "ok".getBytes(StandardCharsets.US_ASCII));
        });
        try (HttpWeb web = web()) {
            for (int i = 0; i < 4; i++) {
                assertThat(body(fetch(web, "/x"))).asString().isEqualTo("ok");
            }
        }
        // The first is late, since it waits for the browser to start.
        assertThat(times.getLast() - times.get(1)).isGreaterThan(350_000_000L);
    }

    @Test
    void limitsAndHostAreThoseOfThePlainClient() throws Exception {
        settings.put("EXDATE_SOURCE_YAHOO_VIA", "browser");
        settings.put("EXDATE_SOURCE_YAHOO_TIMEOUT", "3s");
        LoopbackServer other = new LoopbackServer();
        try (other) {
            other.on("/", "away");
            server.on("/x", 200, "text/plain", "ok");
            server.on("/away", exchange -> {
                exchange.getResponseHeaders()
                        .add("Location", other.address().toString().replace("127.0.0.1", "127.0.0.2"));
                LoopbackServer.answer(exchange, 302, "text/plain", new byte[0]);
            });
            server.on("/large", exchange -> endless(exchange));
            try (HttpWeb web = web()) {
                assertThat(body(fetch(web, "/x"))).asString().isEqualTo("ok");
                assertThat(message(fetch(web, "/large"))).contains("larger than 32 MB");
                assertThat(message(fetch(web, "/away"))).contains("the browser got no answer");
                assertThat(body(fetch(web, "/x"))).asString().isEqualTo("ok");
            }
            assertThat(other.requests()).isEmpty();
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, 0);
        byte[] piece = new byte[1024 * 1024];
        for (int i = 0; i < 40; i++) {
            exchange.getResponseBody().write(piece);
        }
        exchange.close();
    }

    @Test
    void aSlowAnswerIsATimeOut() throws Exception {
        settings.put("EXDATE_SOURCE_YAHOO_VIA", "browser");
        settings.put("EXDATE_SOURCE_YAHOO_TIMEOUT", "1s");
        server.on("/x", 200, "text/plain", "ok");
        server.on("/drips", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            // Answers nothing more until the client leaves.
            exchange.getRequestBody().readAllBytes();
            try {
                new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (HttpWeb web = web()) {
            assertThat(body(fetch(web, "/x"))).asString().isEqualTo("ok");
            assertThat(message(fetch(web, "/drips"))).contains("timed out after 1 s");
        }
    }

    @Test
    void whereThereIsNoBrowserTheWallIsTheAnswer() throws Exception {
        settings.put("EXDATE_BROWSER", "/nowhere/chromium");
        server.on("/x", 403, "text/html", "<title>Just a moment...</title>");
        try (HttpWeb web = web()) {
            for (int i = 0; i < 4; i++) {
                assertThat(message(fetch(web, "/x"))).contains("bot wall (Cloudflare), HTTP 403");
            }
        }
        assertThat(server.requests()).hasSize(4);
        settings.put("EXDATE_SOURCE_YAHOO_VIA", "browser");
        try (HttpWeb web = web()) {
            assertThat(message(fetch(web, "/x"))).contains("EXDATE_SOURCE_YAHOO_VIA=browser", "EXDATE_BROWSER");
        }
    }

    @Test
    void aKeyNeverGetsIntoABrowser() throws Exception {
        settings.put("FMP_API_KEY", "secret-key");
        server.on("/x", 403, "text/html", "<title>Just a moment...</title>");
        try (HttpWeb web = web()) {
            for (int i = 0; i < 4; i++) {
                web.source(FmpSource.ID).fetch(Request.of("/x"), WHOLE);
            }
            assertThat(web.throughBrowser(FmpSource.ID)).isFalse();
        }
        assertThat(notices).isEmpty();
        settings.put("EXDATE_SOURCE_FMP_VIA", "browser");
        assertThatThrownBy(() -> TestWeb.settings(URI.create("http://127.0.0.1:1"), settings))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("EXDATE_SOURCE_FMP_VIA");
    }

    private static byte[] body(Answer<Payload> answer) {
        assertThat(answer).isInstanceOf(Answer.Rows.class);
        return answer.rowsOrEmpty().getFirst().body();
    }

    private static Failure failure(Answer<Payload> answer) {
        return ((Answer.Failed<Payload>) answer).failure();
    }

    private static String message(Answer<Payload> answer) {
        return ((Answer.Failed<Payload>) answer).message();
    }
}
