package dev.exdate.sandbox;

import dev.exdate.sandbox.market.TinyMarket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** A sandbox over the tiny market, and a browser-like client for it. */
final class SandboxClient implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-14T20:00:00Z"), ZoneOffset.UTC);

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    SandboxClient(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static SandboxClient sound() throws IOException {
        return of(SandboxOptions.of(TinyMarket.TODAY));
    }

    static SandboxClient faulty(String faults) throws IOException {
        return of(new SandboxOptions(0, 6, 1, Duration.ZERO, faults, Optional.empty(), TinyMarket.TODAY));
    }

    static SandboxClient of(SandboxOptions options) throws IOException {
        return new SandboxClient(Sandbox.start(
                options,
                source -> new TinyMarket(),
                Map.of("splits", csv -> csv.append("symbol,date,numerator,denominator\nZZTA,2026-10-12,2,1\n")),
                CLOCK));
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** As a browser; more headers come in pairs and may replace the browser's. */
    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.address() + path))
                .timeout(Duration.ofSeconds(20))
                .setHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64)")
                .setHeader("Accept", "application/json, text/html, */*");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    String text(String path, String... headers) throws IOException, InterruptedException {
        return text(get(path, headers));
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    @Override
    public void close() {
        http.shutdownNow();
        sandbox.close();
    }
}
