package dev.exdate.web;

import static dev.exdate.web.TestWeb.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.StatusCode;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.yahoo.YahooSource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWebTest {
    private final LoopbackServer server = new LoopbackServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer<String> fetch(String path) throws Exception {
        return TestWeb.fetch(server.address(), YahooSource.ID, path, Map.of());
    }

    @Test
    void aServerErrorHealsWithinAFewAttempts() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.on("/x", exchange -> {
            int status = asked.incrementAndGet() < 3 ? 503 : 200;
            LoopbackServer.answer(exchange, status, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(fetch("/x")).isEqualTo(new Answer.Rows<>(List.of("ok")));
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatCannotHealIsAskedOnce() throws Exception {
        assertThat(fetch("/unknown"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.NOT_FOUND));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void retryAfterIsHonouredByAllRequestsOfTheSource() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.on("/x", exchange -> {
            boolean first = asked.incrementAndGet() == 1;
            if (first) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            LoopbackServer.answer(exchange, first ? 429 : 200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
        });
        long start = System.nanoTime();
        assertThat(fetch("/x")).isInstanceOf(Answer.Rows.class);
        assertThat(System.nanoTime() - start).isGreaterThan(950_000_000L);
    }

    @Test
    void aRetryAfterBeyondAllPatienceIsAFailureAtOnce() throws Exception {
        server.on("/x", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            LoopbackServer.answer(exchange, 429, "text/plain", new byte[0]);
        });
        assertThat(fetch("/x"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.RATE_LIMITED));
        assertThat(server.requests()).hasSize(1);
    }

    private void failed(Answer<String> answer, Failure failure, String words) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(failure);
            assertThat(failed.message()).contains(words).hasLineCount(1);
        });
    }

    private void limitedOnce(Supplier<String> retryAfter) {
        AtomicInteger asked = new AtomicInteger();
        server.on("/x", exchange -> {
            boolean first = asked.incrementAndGet() == 1;
            if (first) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter.get());
            }
            LoopbackServer.answer(exchange, first ? 429 : 200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void retryAfterMayBeADate() throws Exception {
        limitedOnce(() -> DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2)));
        long start = System.nanoTime();
        assertThat(fetch("/x")).isInstanceOf(Answer.Rows.class);
        assertThat(System.nanoTime() - start).isGreaterThan(950_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "soon", "Sun, 06 Nov 1994 08:49:37 GMT", "1.5"})
    void aRetryAfterThatIsNoHintLeavesTheUsualPause(String stated) throws Exception {
        limitedOnce(() -> stated);
        assertThat(fetch("/x")).isInstanceOf(Answer.Rows.class);
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "86400", "Tue, 31 Dec 2999 23:59:59 GMT"})
    void aRetryAfterOfDaysHoldsNothingUp(String stated) throws Exception {
        limitedOnce(() -> stated);
        failed(fetch("/x"), Failure.RATE_LIMITED, "rate limited");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whileASourceSaysTooManyNobodyAsksIt() throws Exception {
        List<Long> times = new CopyOnWriteArrayList<>();
        LoopbackServer.Handler limited = exchange -> {
            times.add(System.nanoTime());
            boolean first = times.size() == 1;
            if (first) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            LoopbackServer.answer(exchange, first ? 429 : 200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
        };
        server.on("/x", limited);
        // One at a time: the next is asked when the answer before it is known.
        Map<String, String> settings =
                Map.of("EXDATE_SOURCE_YAHOO_REQUESTS_PER_SECOND", "4", "EXDATE_SOURCE_YAHOO_CONCURRENCY", "1");
        try (HttpWeb web = TestWeb.at(server.address(), settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> web.source(YahooSource.ID).fetch(Request.of("/x"), TEXT));
            }
        }
        assertThat(times).hasSize(5);
        assertThat(times.get(1) - times.getFirst()).isGreaterThan(900_000_000L);
    }

    @Test
    void aMessageOfTheSourceIsOneLineThatSteersNothing() throws Exception {
        server.on("/query", "no\u001b[2J such\n2026-11-20 22:00:00 - ✅ symbol");
        try (HttpWeb web = TestWeb.at(server.address())) {
            Answer<String> answer = web.source(CboeSource.ID)
                    .fetch(Request.of("/query"), payload -> Answer.failed(Failure.PLAN, payload.text()));
            failed(answer, Failure.PLAN, "no\uFFFD[2J such 2026-11-20 22:00:00 - ✅ symbol");
        }
    }

    @Test
    void aKeyThatTheSourceQuotesIsTakenOut() throws Exception {
        server.on("/query", "limit of key a/b+c=d reached, a%2Fb%2Bc%3Dd");
        Map<String, String> settings = Map.of("ALPHA_VANTAGE_API_KEY", "a/b+c=d");
        try (HttpWeb web = TestWeb.at(server.address(), settings)) {
            Answer<String> answer = web.source(AlphaVantageSource.ID)
                    .fetch(Request.of("/query"), payload -> Answer.failed(Failure.PLAN, payload.text()));
            failed(answer, Failure.PLAN, "limit of key ••• reached, •••");
        }
        assertThat(server.requests()).containsExactly("/query?apikey=a%2Fb%2Bc%3Dd");
    }

    @Test
    void aBaseUrlMayHaveAPathAndBeAnIpv6Address() throws Exception {
        server.on("/mirror/yahoo/x", "mirrored");
        Map<String, String> settings = Map.of("EXDATE_SOURCE_YAHOO_BASE_URL", server.address() + "/mirror/yahoo/");
        assertThat(TestWeb.fetch(server.address(), YahooSource.ID, "/x", settings))
                .isEqualTo(new Answer.Rows<>(List.of("mirrored")));
        HttpServer six = HttpServer.create(new InetSocketAddress(InetAddress.getByName("::1"), 0), 0);
        six.createContext("/x", exchange -> LoopbackServer.answer(exchange, 200, "text/plain", new byte[] {'6'}));
        six.start();
        String address = "http://[::1]:" + six.getAddress().getPort();
        assertThat(TestWeb.fetch(
                        server.address(), YahooSource.ID, "/x", Map.of("EXDATE_SOURCE_YAHOO_BASE_URL", address)))
                .isEqualTo(new Answer.Rows<>(List.of("6")));
        six.stop(0);
        failed(
                TestWeb.fetch(server.address(), YahooSource.ID, "/x", Map.of("EXDATE_SOURCE_YAHOO_BASE_URL", address)),
                Failure.UNAVAILABLE,
                "no connection to [::1]:");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 410, 451})
    void aRefusalIsAskedOnce(int status) throws Exception {
        server.on("/x", status, "text/html", "no");
        try (HttpWeb web = TestWeb.at(server.address())) {
            assertThat(web.source(YahooSource.ID)
                            .fetch(
                                    Request.of("/x"),
                                    payload ->
                                            StatusCode.<String>refusal(payload).orElseThrow()))
                    .isInstanceOf(Answer.Failed.class);
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theKeyTravelsInTheQueryAndIsInNoMessage() throws Exception {
        Map<String, String> key = Map.of("FMP_API_KEY", "s3cret-key");
        assertThat(TestWeb.fetch(server.address(), FmpSource.ID, "/stable/x", key))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.message())
                                .doesNotContain("s3cret-key")
                                .contains("fmp /stable/x"));
        assertThat(server.requests()).containsExactly("/stable/x?apikey=s3cret-key");
    }

    @Test
    void withoutAKeyThePaidSourcesAreNotAsked() throws Exception {
        assertThat(TestWeb.fetch(server.address(), FmpSource.ID, "/stable/x", Map.of()))
                .isInstanceOf(Answer.Failed.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aUsedUpBudgetIsAskedNoMore() throws Exception {
        server.on("/query", "{}");
        AtomicInteger left = new AtomicInteger(2);
        try (HttpWeb web = new HttpWeb(
                TestWeb.settings(server.address(), Map.of("ALPHA_VANTAGE_API_KEY", "abcd")),
                (source, limit) -> left.getAndDecrement() > 0,
                RetryPolicy.USUAL)) {
            for (int i = 0; i < 2; i++) {
                assertThat(web.source(AlphaVantageSource.ID).fetch(Request.of("/query"), TEXT))
                        .isInstanceOf(Answer.Rows.class);
            }
            assertThat(web.source(AlphaVantageSource.ID).fetch(Request.of("/query"), TEXT))
                    .isInstanceOf(Answer.Failed.class);
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void requestsPerSecondAndConcurrencyHoldOverAllThreads() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        server.on("/x", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            byte[] body = "ok".getBytes(StandardCharsets.UTF_8);
            now.decrementAndGet();
            LoopbackServer.answer(exchange, 200, "text/plain", body);
        });
        Map<String, String> settings =
                Map.of("EXDATE_SOURCE_YAHOO_REQUESTS_PER_SECOND", "50", "EXDATE_SOURCE_YAHOO_CONCURRENCY", "3");
        long start = System.nanoTime();
        try (HttpWeb web = TestWeb.at(server.address(), settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 26; i++) {
                threads.submit(() -> web.source(YahooSource.ID).fetch(Request.of("/x"), TEXT));
            }
        }
        assertThat(System.nanoTime() - start).isGreaterThan(490_000_000L);
        assertThat(server.requests()).hasSize(26);
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }
}
