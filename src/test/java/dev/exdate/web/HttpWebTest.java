package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.settings.SourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpWebTest {
    private static final Parser<String> TEXT = payload -> payload.status() == 404
            ? Answer.failed(Failure.NOT_FOUND, "HTTP 404")
            : Answer.rowsOrNothing(payload.text().isEmpty() ? List.of() : List.of(payload.text()));

    private final LoopbackServer server = new LoopbackServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer<String> fetch(SourceId source, String path, Map<String, String> settings) throws Exception {
        try (HttpWeb web = TestWeb.at(server.address(), settings)) {
            return web.source(source).fetch(Request.of(path), TEXT);
        }
    }

    private Answer<String> fetch(String path) throws Exception {
        return fetch(SourceId.YAHOO, path, Map.of());
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

    @Test
    void aConnectionThatBreaksOffIsAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.on("/x", exchange -> {
            byte[] body = "whole".getBytes(StandardCharsets.UTF_8);
            if (asked.incrementAndGet() == 1) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body, 0, 2);
                exchange.close();
            } else {
                LoopbackServer.answer(exchange, 200, "text/plain", body);
            }
        });
        assertThat(fetch("/x")).isEqualTo(new Answer.Rows<>(List.of("whole")));
    }

    @Test
    void anAnswerThatNeverEndsIsATimeOut() throws Exception {
        Semaphore end = new Semaphore(0);
        server.on("/x", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
            end.acquireUninterruptibly();
        });
        Answer<String> answer = fetch(SourceId.YAHOO, "/x", Map.of("EXDATE_SOURCE_YAHOO_TIMEOUT", "200ms"));
        end.release(10);
        assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.UNAVAILABLE);
            assertThat(failed.message()).contains("no whole answer");
        });
    }

    @Test
    void gzipIsAskedForAndInflated() throws Exception {
        server.on("/x", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LoopbackServer.answer(exchange, 200, "text/plain", gzip("inflated"));
        });
        assertThat(fetch("/x")).isEqualTo(new Answer.Rows<>(List.of("inflated")));
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() throws Exception {
        server.on("/x", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://localhost.example/x");
            LoopbackServer.answer(exchange, 302, "text/plain", new byte[0]);
        });
        server.on("/y", exchange -> {
            exchange.getResponseHeaders().set("Location", "/z");
            LoopbackServer.answer(exchange, 302, "text/plain", new byte[0]);
        });
        server.on("/z", "moved");
        assertThat(fetch("/x")).isInstanceOf(Answer.Failed.class);
        assertThat(fetch("/y")).isEqualTo(new Answer.Rows<>(List.of("moved")));
    }

    @Test
    void theKeyTravelsInTheQueryAndIsInNoMessage() throws Exception {
        Map<String, String> key = Map.of("FMP_API_KEY", "s3cret-key");
        assertThat(fetch(SourceId.FMP, "/stable/x", key))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.message())
                                .doesNotContain("s3cret-key")
                                .contains("fmp /stable/x"));
        assertThat(server.requests()).containsExactly("/stable/x?apikey=s3cret-key");
    }

    @Test
    void withoutAKeyThePaidSourcesAreNotAsked() throws Exception {
        assertThat(fetch(SourceId.FMP, "/stable/x", Map.of())).isInstanceOf(Answer.Failed.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aUsedUpBudgetIsAskedNoMore() throws Exception {
        server.on("/query", "{}");
        AtomicInteger left = new AtomicInteger(2);
        try (HttpWeb web = new HttpWeb(
                TestWeb.settings(server.address(), Map.of("ALPHA_VANTAGE_API_KEY", "abcd")),
                (source, limit) -> left.getAndDecrement() > 0,
                Patience.USUAL)) {
            for (int i = 0; i < 2; i++) {
                assertThat(web.source(SourceId.ALPHAVANTAGE).fetch(Request.of("/query"), TEXT))
                        .isInstanceOf(Answer.Rows.class);
            }
            assertThat(web.source(SourceId.ALPHAVANTAGE).fetch(Request.of("/query"), TEXT))
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
                threads.submit(() -> web.source(SourceId.YAHOO).fetch(Request.of("/x"), TEXT));
            }
        }
        assertThat(System.nanoTime() - start).isGreaterThan(490_000_000L);
        assertThat(server.requests()).hasSize(26);
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
