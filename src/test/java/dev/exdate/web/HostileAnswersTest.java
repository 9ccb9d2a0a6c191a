package dev.exdate.web;

import static dev.exdate.web.TestWeb.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.source.yahoo.YahooSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are broken, endless, slow, packed or lead elsewhere. */
class HostileAnswersTest {
    private final LoopbackServer server = new LoopbackServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer<String> fetch(String path) throws Exception {
        return TestWeb.fetch(server.address(), YahooSource.ID, path, Map.of());
    }

    private void failed(Answer<String> answer, Failure failure, String words) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(failure);
            assertThat(failed.message()).contains(words).hasLineCount(1);
        });
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
        Answer<String> answer =
                TestWeb.fetch(server.address(), YahooSource.ID, "/x", Map.of("EXDATE_SOURCE_YAHOO_TIMEOUT", "200ms"));
        end.release(10);
        assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.UNAVAILABLE);
            assertThat(failed.message()).contains("timed out");
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
    void brokenGzipIsAFailureAndNotAskedAgain() throws Exception {
        server.on("/cut", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            byte[] whole = gzip("inflated, but only half of it");
            LoopbackServer.answer(exchange, 200, "text/plain", Arrays.copyOf(whole, whole.length / 2));
        });
        server.on("/plain", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LoopbackServer.answer(exchange, 200, "text/plain", "no gzip".getBytes(StandardCharsets.UTF_8));
        });
        server.on("/brotli", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            LoopbackServer.answer(exchange, 200, "text/plain", new byte[] {1, 2, 3});
        });
        failed(fetch("/cut"), Failure.MALFORMED, "not valid gzip");
        failed(fetch("/plain"), Failure.MALFORMED, "not valid gzip");
        failed(fetch("/brotli"), Failure.MALFORMED, "not requested: br");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aGzipBombIsLeftBeforeItFillsTheMemory() throws Exception {
        byte[] bomb = gzip(" ".repeat(20 * 1024 * 1024));
        server.on("/x", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LoopbackServer.answer(exchange, 200, "text/plain", bomb);
        });
        failed(fetch("/x"), Failure.MALFORMED, "decompresses to more than");
    }

    @Test
    void anAnswerWithoutEndIsLeftAtTheSizeLimit() throws Exception {
        byte[] piece = new byte[1024 * 1024];
        server.on("/x", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(piece);
            }
            exchange.close();
        });
        failed(fetch("/x"), Failure.MALFORMED, "larger than 32 MB");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aServerThatDripsIsATimeOutAndItsConnectionIsClosed() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        server.on("/x", exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            try {
                for (int i = 0; i < 100_000; i++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    LockSupport.parkNanos(20_000_000);
                }
            } catch (IOException e) {
                closed.countDown();
            }
        });
        Map<String, String> settings = Map.of("EXDATE_SOURCE_YAHOO_TIMEOUT", "300ms");
        try (HttpWeb web = new HttpWeb(
                TestWeb.settings(server.address(), settings),
                (source, limit) -> true,
                new RetryPolicy(1, Duration.ofMillis(10), Duration.ofSeconds(1)))) {
            failed(
                    web.source(YahooSource.ID).fetch(Request.of("/x"), TEXT),
                    Failure.UNAVAILABLE,
                    "timed out after 300 ms");
            assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anInterruptEndsAWaitingRequest() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Semaphore end = new Semaphore(0);
        server.on("/x", exchange -> {
            asked.countDown();
            end.acquireUninterruptibly();
        });
        try (HttpWeb web = TestWeb.at(server.address())) {
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    web.source(YahooSource.ID).fetch(Request.of("/x"), TEXT);
                } catch (InterruptedException e) {
                    ended.complete(e);
                }
            });
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            waiting.interrupt();
            assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        } finally {
            end.release(5);
        }
    }

    @Test
    void aParserThatBreaksIsAFailureOfThatAnswerAlone() throws Exception {
        server.on("/x", "12");
        try (HttpWeb web = TestWeb.at(server.address())) {
            Answer<String> answer = web.source(YahooSource.ID).fetch(Request.of("/x"), payload -> {
                throw new IllegalStateException("nobody thought of " + payload.text());
            });
            failed(answer, Failure.MALFORMED, "nobody thought of 12");
        }
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
        failed(fetch("/x"), Failure.MALFORMED, "to another host");
        assertThat(server.requests()).hasSize(1);
        assertThat(fetch("/y")).isEqualTo(new Answer.Rows<>(List.of("moved")));
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
