package dev.exdate.run.plan;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whether a run must stop early. Thread-safe; only the first reason counts. */
public final class Cancellation {
    private final CompletableFuture<CancelReason> reason = new CompletableFuture<>();

    /** Stops the running tasks and lets no other start. */
    public void cancel(CancelReason why) {
        reason.complete(why);
    }

    /** Empty while the run may go on. */
    public Optional<CancelReason> reason() {
        return Optional.ofNullable(reason.getNow(null));
    }

    public boolean requested() {
        return reason.isDone();
    }

    /** Completes when the run is cancelled. */
    public CompletableFuture<CancelReason> requestedLater() {
        return reason.copy();
    }
}
