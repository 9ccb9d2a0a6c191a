package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.source.cboe.CboeSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real TLS server on loopback with a certificate of its own. */
class TrustedRootsTest {
    @TempDir
    static Path folder;

    private static HttpsServer server;

    @BeforeAll
    static void serve() throws Exception {
        server = SelfSigned.of(folder, "ip:127.0.0.1").server(exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static Answer<String> ask(TrustedRoots roots) throws InterruptedException {
        return ask(roots, "127.0.0.1");
    }

    private static Answer<String> ask(TrustedRoots roots, String host) throws InterruptedException {
        URI address = URI.create("https://" + host + ":" + server.getAddress().getPort());
        RetryPolicy once = new RetryPolicy(1, Duration.ofMillis(10), Duration.ofSeconds(1));
        try (HttpWeb web = new HttpWeb(
                TestWeb.settings(address, Map.of()),
                Memory.of((source, limit) -> true, Optional.empty(), AnswerArchive.NONE),
                once,
                roots,
                new Notices())) {
            return web.source(CboeSource.ID).fetch(Request.of("/"), TestWeb.TEXT);
        }
    }

    @Test
    void aServerThatTheSystemsRootsVouchForIsRead() throws Exception {
        TrustedRoots roots = TrustedRoots.ofTheSystem(
                Map.of("SSL_CERT_FILE", folder.resolve("server.pem").toString()));
        assertThat(ask(roots)).isEqualTo(Answer.rowsOrNothing(List.of("ok")));
    }

    @Test
    void aServerWhoseCertificateIsForAnotherNameIsNot() throws Exception {
        TrustedRoots roots = new TrustedRoots(Optional.of(folder.resolve("server.pem")));
        assertThat(ask(roots, "localhost")).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.UNAVAILABLE);
            assertThat(failed.message()).contains("TLS handshake with localhost");
        });
    }

    @Test
    void aServerThatNobodyVouchesForIsNot() throws Exception {
        for (TrustedRoots roots : List.of(new TrustedRoots(Optional.empty()), TrustedRoots.ofTheSystem(Map.of()))) {
            assertThat(ask(roots)).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
                assertThat(failed.failure()).isEqualTo(Failure.UNAVAILABLE);
                assertThat(failed.message()).contains("TLS handshake with 127.0.0.1");
            });
        }
    }

    @Test
    void aBundleWithoutCertificatesTrustsNobody() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThat(ask(new TrustedRoots(Optional.of(empty)))).isInstanceOf(Answer.Failed.class);
    }
}
