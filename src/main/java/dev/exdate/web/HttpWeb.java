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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one way out to HTTP: one client per source, for the whole run and all its tasks. */
@Singleton
public final class HttpWeb implements Web, AutoCloseable {
    private final Connections connections;
    private final Map<SourceId, HttpSource> sources = new HashMap<>();
    private final Map<SourceId, SourceClient> clients = new HashMap<>();
    private final Map<SourceId, SourceRoute> routes = new HashMap<>();

    /** As a run asks. */
    @Inject
    HttpWeb(Settings settings, Notices notices, Memory memory) {
        this(
                settings,
                memory,
                RetryPolicy.USUAL.of(settings.attempts()),
                TrustedRoots.ofTheSystem(System.getenv()),
                notices);
    }

    /** @throws dev.exdate.settings.InvalidSetting if a source's settings are wrong */
    public HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience) {
        this(settings, budget, patience, AnswerArchive.NONE);
    }

    /** @throws dev.exdate.settings.InvalidSetting if a source's settings are wrong */
    public HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience, AnswerArchive archive) {
        this(
                settings,
                Memory.of(budget, Optional.empty(), archive),
                patience,
                TrustedRoots.ofTheSystem(System.getenv()),
                new Notices());
    }

    /** The same, with answers that are kept. */
    public HttpWeb(Settings settings, DailyBudget budget, RetryPolicy patience, KeptAnswers kept) {
        this(
                settings,
                Memory.of(budget, Optional.of(kept), AnswerArchive.NONE),
                patience,
                TrustedRoots.ofTheSystem(System.getenv()),
                new Notices());
    }

    HttpWeb(Settings settings, Memory memory, RetryPolicy patience, TrustedRoots roots, Notices notices) {
        connections = new Connections(roots, new Proxies(settings.proxies()));
        Exchange exchange = new Exchange(connections, Clock.systemUTC());
        Browsers browsers = Browsers.onThisMachine(settings.browser());
        for (SourceSettings source : settings.sources()) {
            SourceId id = source.id();
            RateLimiter pace = new RateLimiter(pace(source, memory.rates()), source.concurrency());
            SourceRoute route = new SourceRoute(source, exchange, pace, browsers, notices::say);
            @Nullable Secret key = settings.key(id).orElse(null);
            routes.put(id, route);
            HttpSource plain = new HttpSource(source, key, route, patience, memory);
            sources.put(id, plain);
            clients.put(
                    id,
                    memory.kept()
                            .<SourceClient>map(answers -> new KeepingSource(plain, source.baseUrl(), answers))
                            .orElse(plain));
        }
    }

    private static Pace pace(SourceSettings source, FoundRates rates) {
        if (!source.findsRate()) {
            return new Pace.Fixed(source.requestsPerSecond());
        }
        String base = source.baseUrl().toString();
        return new Pace.Found(
                source.profile().requestsPerSecond(),
                () -> rates.of(source.id(), base),
                rate -> rates.keep(source.id(), base, rate));
    }

    @Override
    public SourceClient source(SourceId id) {
        return Objects.requireNonNull(clients.get(id));
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
