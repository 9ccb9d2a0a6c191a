package dev.exdate.web;

import dev.exdate.settings.Secret;
import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.settings.SourceSettings;
import dev.exdate.web.browser.Browsers;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one way out to HTTP: one client per source, for the whole run and all its tasks. */
@Singleton
public final class HttpWeb implements Web, AutoCloseable {
    private final Connections connections;
    private final Map<SourceId, HttpSource> sources = new HashMap<>();
    private final Map<SourceId, SourceRoute> routes = new HashMap<>();

    /** As a run asks. */
    @Inject
    HttpWeb(Settings settings, DailyBudget budget, Notices notices, AnswerArchive archive) {
        this(
                settings,
                budget,
                RetryPolicy.USUAL.of(settings.attempts()),
                TrustedRoots.ofTheSystem(System.getenv()),
                notices,
                archive);
    }

    /** @throws dev.exdate.settings.InvalidSetting if a source's settings are wrong */
    public HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience) {
        this(settings, budget, patience, AnswerArchive.NONE);
    }

    /** @throws dev.exdate.settings.InvalidSetting if a source's settings are wrong */
    public HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience, AnswerArchive archive) {
        this(settings, budget, patience, TrustedRoots.ofTheSystem(System.getenv()), new Notices(), archive);
    }

    HttpWeb(
            Settings settings,
            DailyBudget budget,
            RetryPolicy patience,
            TrustedRoots roots,
            Notices notices,
            AnswerArchive archive) {
        connections = new Connections(roots, new Proxies(settings.proxies()));
        Exchange exchange = new Exchange(connections, Clock.systemUTC());
        Browsers browsers = Browsers.onThisMachine(settings.browser());
        for (SourceSettings source : settings.sources()) {
            SourceId id = source.id();
            RateLimiter pace = new RateLimiter(source.requestsPerSecond(), source.concurrency());
            SourceRoute route = new SourceRoute(source, exchange, pace, browsers, notices::say);
            @Nullable Secret key = settings.key(id).orElse(null);
            routes.put(id, route);
            sources.put(id, new HttpSource(source, key, route, patience, budget, archive));
        }
    }

    @Override
    public SourceClient source(SourceId id) {
        return Objects.requireNonNull(sources.get(id));
    }

    /**
     * Asks for the source's first page, whatever it has there.
     *
     * @param limit if the source's own time-out is longer
     */
    public Reached reach(SourceId id, Duration limit) throws InterruptedException {
        return Objects.requireNonNull(sources.get(id)).reach(limit);
    }

    /** Whether this source was last asked through a browser. */
    public boolean throughBrowser(SourceId id) {
        return Objects.requireNonNull(routes.get(id)).throughBrowser();
    }

    @Override
    @PreDestroy
    public void close() {
        routes.values().forEach(SourceRoute::close);
        connections.close();
    }
}
