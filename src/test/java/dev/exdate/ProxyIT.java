package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.web.LoopbackProxy;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run of the real program that reaches its sources through a proxy only. */
class ProxyIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String USER = "ann:pl%40nted:77@";
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("ann:pl@nted:77".getBytes(StandardCharsets.UTF_8));

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "accept-encoding");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Answers with what the sandbox answers. */
    private void pass(URI sandbox, HttpExchange exchange) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    URI.create(sandbox + exchange.getRequestURI().toString()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            LoopbackServer.answer(
                    exchange,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse("text/plain"),
                    answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Test
    void aWholeRunGoesThroughAProxyWithCredentials() throws Exception {
        SelfSigned certificate = SelfSigned.of(folder, "dns:market.invalid");
        try (TestDatabase database = TestDatabase.empty();
                Sandbox sandbox =
                        Sandbox.start(new SandboxOptions(0, 16, 7, Duration.ZERO, "", Optional.empty(), DAY));
                LoopbackProxy proxy = new LoopbackProxy(LOGIN)) {
            HttpsServer encrypted = certificate.server(exchange -> pass(sandbox.address(), exchange));
            try {
                Path sources = folder.resolve("sources.properties");
                sandbox.writeSources(sources, false);
                // Nobody but the proxy knows this host.
                String plain = "http://market.invalid:" + sandbox.address().getPort();
                Files.writeString(
                        sources,
                        Files.readString(sources)
                                .replace(sandbox.address().toString(), plain)
                                .replaceAll(
                                        "(EXDATE_SOURCE_(?:YAHOO|CBOE)_BASE_URL=)" + plain,
                                        "$1https://market.invalid:"
                                                + encrypted.getAddress().getPort()));
                String address = "http://" + USER + "127.0.0.1:" + proxy.port();
                ExdateProgram.Ended ended = new ExdateProgram(folder)
                        .with("DATABASE_URL", database.url())
                        .with("EXDATE_ALLOW_HTTP", "true")
                        .with("SSL_CERT_FILE", certificate.certificate().toString())
                        .with("HTTPS_PROXY", address)
                        .with("http_proxy", address)
                        .run(ExdateProgram.dailyRun(DAY, "--skip", "nyse,backup", "--strict"));
                assertThat(ended.exitCode()).as(ended.all()).isZero();
                assertThat(ended.all()).doesNotContain("pl@nted", "pl%40nted");
                assertThat(database.value("SELECT max(date) FROM raw_stock_prices"))
                        .isEqualTo(DAY.toString());
                assertThat(proxy.requests())
                        .anyMatch(request -> request.startsWith("CONNECT market.invalid:"))
                        .anyMatch(request -> request.startsWith("GET " + plain + "/"));
                assertThat(proxy.logins()).contains(LOGIN);
            } finally {
                encrypted.stop(0);
            }
        }
    }
}
