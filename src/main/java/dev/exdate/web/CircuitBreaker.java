package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.settings.SourceId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Skips a source after several consecutive temporary failures, so that a source that is down does not cost a time-out
 * per request. For one run of a task; thread-safe.
 */
public final class CircuitBreaker implements SourceClient {
    private final SourceClient source;
    private final int patience;
    private final AtomicInteger failedInARow = new AtomicInteger();

    /** @param patience consecutive failures after which the source counts as down */
    public CircuitBreaker(SourceClient source, int patience) {
        this.source = source;
        this.patience = patience;
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
    public <R> Answer<R> fetch(Request request, Parser<R> parser) throws InterruptedException {
        if (failedInARow.get() >= patience) {
            return Answer.failed(
                    Failure.UNAVAILABLE,
                    "%s %s: skipped after %d consecutive failures".formatted(id().id(), request.target(), patience));
        }
        Answer<R> answer = source.fetch(request, parser);
        if (answer instanceof Answer.Failed<R> failed && failed.failure().heals()) {
            failedInARow.incrementAndGet();
        } else {
            failedInARow.set(0);
        }
        return answer;
    }

    @Override
    public Optional<Payload> unchanged(Request request) {
        return source.unchanged(request);
    }

    @Override
    public void keep(Request request, Payload payload) {
        source.keep(request, payload);
    }

    @Override
    public void distrust(Request request) {
        source.distrust(request);
    }

    @Override
    public void distrustAll() {
        source.distrustAll();
    }
}
