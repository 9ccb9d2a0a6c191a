package dev.exdate.doctor;

import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Sources;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.ProxyRoute;
import dev.exdate.web.Reached;
import dev.exdate.web.RetryPolicy;
import dev.exdate.web.browser.Browsers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reaches all sources that a run would ask, side by side, within a time limit. */
final class SourceReach {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String NETWORK = "check the network, proxy and firewall";

    private final Settings settings;
    private final Clock clock;
    private final SourceDiagnosis sources;
    private final Consumer<Diagnosis> say;
    private final Set<SourceId> answering = new HashSet<>();
    private final List<Duration> ahead = Collections.synchronizedList(new ArrayList<>());

    SourceReach(Settings settings, Clock clock, SourceDiagnosis sources, Consumer<Diagnosis> say) {
        this.settings = settings;
        this.clock = clock;
        this.sources = sources;
        this.say = say;
    }

    /** How far this machine's clock is ahead of those that the sources' answers were dated by. */
    List<Duration> examine(Examination examination) throws InterruptedException {
        List<SourceId> usable = Sources.ids().stream().filter(sources::isUsable).toList();
        routes(usable);
        try (HttpWeb web = new HttpWeb(
                        settings,
                        (source, limit) -> true,
                        new RetryPolicy(1, Duration.ofMillis(100), Duration.ofSeconds(5)));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reached>> answers = threads.invokeAll(
                    usable.stream()
                            .<Callable<Reached>>map(source -> () -> reach(web, source))
                            .toList(),
                    LIMIT.toMillis(),
                    TimeUnit.MILLISECONDS);
            for (int i = 0; i < usable.size(); i++) {
                take(web, usable.get(i), answers.get(i));
            }
        }
        Sources.ids().stream()
                .filter(source -> !settings.source(source).enabled())
                .forEach(this::disabled);
        sources.answered(examination, answering);
        return List.copyOf(ahead);
    }

    /** With a proxy in the settings, a failure to reach a source is often a failure to choose the way. */
    private void routes(List<SourceId> usable) {
        if (settings.proxies().http().isEmpty() && settings.proxies().https().isEmpty()) {
            return;
        }
        Map<String, List<String>> ways = new TreeMap<>();
        for (SourceId source : usable) {
            String way = ProxyRoute.to(settings.source(source).baseUrl(), settings.proxies())
                    .shown();
            ways.computeIfAbsent(way, unused -> new ArrayList<>()).add(source.id());
        }
        ways.forEach((way, ids) -> say.accept(Diagnosis.well("route", way + " to " + String.join(", ", ids))));
    }

    private Reached reach(HttpWeb web, SourceId source) throws InterruptedException {
        Reached reached = web.reach(source, LIMIT);
        if (reached instanceof Reached.Answered answered) {
            answered.dated().ifPresent(there -> ahead.add(Duration.between(there, clock.instant())));
        }
        return reached;
    }

    private void take(HttpWeb web, SourceId source, Future<Reached> answer) throws InterruptedException {
        try {
            say.accept(
                    switch (answer.get()) {
                        case Reached.Answered answered -> answered(web, source, answered);
                        case Reached.Failed failed -> Diagnosis.less(source.id(), failed.why(), NETWORK);
                    });
        } catch (CancellationException e) {
            say.accept(Diagnosis.less(source.id(), "no answer within " + LIMIT.toSeconds() + " s", NETWORK));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Diagnosis answered(HttpWeb web, SourceId source, Reached.Answered answered) {
        if (answered.refuses()) {
            return Diagnosis.less(
                    source.id(),
                    "answers with an error (HTTP " + answered.payload().status() + ")",
                    "try again later; if it stays so, " + NETWORK);
        }
        Diagnosis diagnosis = new AnsweredBy(
                        settings.source(source), web.throughBrowser(source), Browsers.onThisMachine(settings.browser()))
                .diagnosis(answered.payload());
        if (diagnosis.state() == Diagnosis.State.WELL) {
            answering.add(source);
        }
        return diagnosis;
    }

    private void disabled(SourceId source) {
        say.accept(Diagnosis.note(
                source.id(), "is disabled", "set EXDATE_SOURCE_" + source.name() + "_ENABLED=true to use it"));
    }
}
