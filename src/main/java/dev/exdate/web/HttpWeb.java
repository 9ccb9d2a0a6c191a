package dev.exdate.web;

import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The one way out to HTTP: a client a source, for the whole run and all its tasks. */
public final class HttpWeb implements Web, AutoCloseable {
    private final Connections connections;
    private final Map<SourceId, SourceClient> sources = new EnumMap<>(SourceId.class);

    /** @throws dev.exdate.settings.InvalidSetting when a source's settings cannot be used */
    public HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience) {
        this(settings, budget, patience, TrustedRoots.ofTheSystem(System.getenv()));
    }

    HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience, TrustedRoots roots) {
        connections = new Connections(roots);
        Exchange exchange = new Exchange(connections, Clock.systemUTC());
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
        connections.close();
    }
}
