package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.settings.SourceId;
import dev.exdate.web.KeptAnswers.OfRun;
import dev.exdate.web.KeptAnswers.Trust;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A source whose pages are read once an evening. The first page that an earlier run of the evening has read is asked for
 * again; if it says the same, the others are taken as they were. So a source that is down, or has changed, is noticed.
 * Pages of an earlier evening are asked for on condition that they have changed, if the source offers that.
 */
final class KeepingSource implements SourceClient {
    private final HttpSource source;
    private final KeptAnswers answers;
    private final String base;

    KeepingSource(HttpSource source, URI baseUrl, KeptAnswers answers) {
        this.source = source;
        this.answers = answers;
        this.base = baseUrl.toString().replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public SourceId id() {
        return source.id();
    }

    @Override
    public boolean usable() {
        return source.usable();
    }

    @Override
    public Optional<Payload> unchanged(Request request) {
        Optional<OfRun> run = answers.now();
        if (run.isEmpty() || run.get().trust(id()).verdict() != Trust.Verdict.UNCHANGED) {
            return Optional.empty();
        }
        Optional<Payload> known =
                run.get().find(address(request)).filter(run.get()::isOfTonight).map(EveningAnswer::payload);
        known.ifPresent(any -> run.get().usedAgain(id()));
        return known;
    }

    @Override
    public void keep(Request request, Payload payload) {
        answers.now().ifPresent(run -> run.keep(address(request), payload, Validators.NONE));
    }

    @Override
    public void distrust(Request request) {
        answers.now().ifPresent(run -> run.forget(address(request)));
    }

    @Override
    public void distrustAll() {
        answers.now().ifPresent(run -> run.forgetAll(id()));
    }

    @Override
    public <R> Answer<R> fetch(Request request, Parser<R> parser) throws InterruptedException {
        Optional<OfRun> run = answers.now();
        if (!request.kept() || run.isEmpty() || !usable()) {
            return source.fetch(request, parser);
        }
        KeptAddress address = address(request);
        Optional<EveningAnswer> before = run.get().find(address);
        if (before.isEmpty()) {
            return ask(run.get(), request, parser, Optional.empty());
        }
        if (run.get().isOwn(address)) {
            return parser.parse(before.get().payload());
        }
        return run.get().isOfTonight(before.get())
                ? tonight(run.get(), request, parser, before.get())
                : ask(run.get(), request, parser, before);
    }

    private <R> Answer<R> tonight(OfRun run, Request request, Parser<R> parser, EveningAnswer before)
            throws InterruptedException {
        Trust trust = run.trust(id());
        if (trust.verdict() == Trust.Verdict.UNKNOWN) {
            trust.deciding().lockInterruptibly();
            try {
                if (trust.verdict() == Trust.Verdict.UNKNOWN) {
                    return decide(run, trust, request, parser, before);
                }
            } finally {
                trust.deciding().unlock();
            }
        }
        if (trust.verdict() == Trust.Verdict.ASK) {
            return ask(run, request, parser, Optional.of(before));
        }
        run.usedAgain(id());
        return parser.parse(before.payload());
    }

    private <R> Answer<R> decide(OfRun run, Trust trust, Request request, Parser<R> parser, EveningAnswer before)
            throws InterruptedException {
        KeptReading<R> reading = new KeptReading<>(parser, Optional.of(before));
        Answer<R> now = source.fetchAnswered(conditional(request, before), reading);
        boolean unchanged = reading.unmodified() || isSame(now, parser.parse(before.payload()));
        if (!unchanged && !(now instanceof Answer.Failed<R>)) {
            run.forgetAll(id());
        }
        trust.decide(unchanged ? Trust.Verdict.UNCHANGED : Trust.Verdict.ASK);
        return reading.keeping(now, run, address(request));
    }

    /** The words about an absent page differ; its absence does not. */
    private static <R> boolean isSame(Answer<R> now, Answer<R> before) {
        return now instanceof Answer.Failed<R> failed && before instanceof Answer.Failed<R> earlier
                ? failed.failure() == earlier.failure()
                : now.equals(before);
    }

    private <R> Answer<R> ask(OfRun run, Request request, Parser<R> parser, Optional<EveningAnswer> before)
            throws InterruptedException {
        KeptReading<R> reading = new KeptReading<>(parser, before);
        Request asked = before.isPresent() ? conditional(request, before.get()) : request;
        return reading.keeping(source.fetchAnswered(asked, reading), run, address(request));
    }

    private static Request conditional(Request request, EveningAnswer before) {
        Request conditional = request;
        for (Map.Entry<String, String> header : before.validators().conditions().entrySet()) {
            conditional = conditional.header(header.getKey(), header.getValue());
        }
        return conditional;
    }

    private KeptAddress address(Request request) {
        return new KeptAddress(
                id(), request.host().map(host -> base + " " + host).orElse(base), request.target());
    }
}
