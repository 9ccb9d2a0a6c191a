package dev.exdate.web;

import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one way out to HTTP: a client a source, for the whole run and all its tasks. */
public final class HttpWeb implements Web, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration AT_CLOSE = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
    private final Map<SourceId, SourceClient> sources = new EnumMap<>(SourceId.class);

    /** @throws dev.exdate.settings.BadSetting when a source's settings cannot be used */
    public HttpWeb(Settings settings, DailyBudget budget, Patience patience) {
        Exchange exchange = new Exchange(http, Clock.systemUTC());
        for (SourceId id : SourceId.values()) {
            sources.put(
                    id, new HttpSource(settings.source(id), settings.key(id).orElse(null), exchange, patience, budget));
        }
    }

    @Override
    public SourceClient source(SourceId id) {
        return Objects.requireNonNull(sources.get(id));
    }

    @Override
    public void close() {
        http.shutdownNow();
        try {
            http.awaitTermination(AT_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
