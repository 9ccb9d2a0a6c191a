package dev.exdate.web;

import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.settings.SourceSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The one way out to HTTP: one client per source, for the whole run and all its tasks. */
@Singleton
public final class HttpWeb implements Web, AutoCloseable {
    private final Connections connections;
    private final Map<SourceId, SourceClient> sources = new HashMap<>();

    /** As a run asks. */
    @Inject
    HttpWeb(Settings settings, DailyBudget budget) {
        this(settings, budget, RetryPolicy.USUAL.of(settings.attempts()));
    }

    /** @throws dev.exdate.settings.InvalidSetting if a source's settings are wrong */
    public HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience) {
        this(settings, budget, patience, TrustedRoots.ofTheSystem(System.getenv()));
    }

    HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience, TrustedRoots roots) {
        connections = new Connections(roots);
        Exchange exchange = new Exchange(connections, Clock.systemUTC());
        for (SourceSettings source : settings.sources()) {
            SourceId id = source.id();
            sources.put(id, new HttpSource(source, settings.key(id).orElse(null), exchange, patience, budget));
        }
    }

    @Override
    public SourceClient source(SourceId id) {
        return Objects.requireNonNull(sources.get(id));
    }

    @Override
    @PreDestroy
    public void close() {
        connections.close();
    }
}
