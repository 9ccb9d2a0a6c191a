package dev.exdate.run;

import dev.exdate.run.plan.CancelReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one way to stop a run early: by a signal, by its time limit, or because it may no longer write. Whatever hangs then,
 * the program and its children are gone within ten seconds.
 */
public final class Shutdown implements AutoCloseable {
    private static final Duration AT_MOST = Duration.ofMillis(9_200);

    private final CompletableFuture<CancelReason> stop = new CompletableFuture<>();
    private final Signals signals;
    private final Thread limit;
    private @Nullable Thread beforeWork;
    private @Nullable Consumer<CancelReason> work;

    private Shutdown(Duration limit) {
        this.signals = Signals.catching(reason -> stop(new CancelReason(CancelReason.Kind.SIGNAL, reason)));
        this.limit = Thread.startVirtualThread(() -> watch(limit));
    }

    /** From now on signals and the time limit stop the run, not the process. */
    public static Shutdown within(Duration limit) {
        return new Shutdown(limit);
    }

    private void watch(Duration time) {
        try {
            Thread.sleep(time);
            stop(CancelReason.pastLimit(time));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only the first one counts. */
    synchronized void stop(CancelReason why) {
        if (!stop.complete(why)) {
            return;
        }
        Thread.ofPlatform().daemon().name("last resort").start(this::endWhateverHangs);
        if (work != null) {
            work.accept(why);
        } else if (beforeWork != null) {
            beforeWork.interrupt();
        }
    }

    /** From now on the work itself handles the stop; before this, the preparing thread was interrupted. */
    synchronized void working(Consumer<CancelReason> told) {
        work = told;
        stopped().ifPresent(why -> {
            Thread.interrupted();
            told.accept(why);
        });
    }

    public Optional<CancelReason> stopped() {
        return Optional.ofNullable(stop.getNow(null));
    }

    /** The exit code of the signal or other stop; empty while nothing has stopped the run. */
    public Optional<Integer> exitCode() {
        return stopped().map(why -> switch (why.kind()) {
            case SIGNAL -> signals.exitCode().orElse(ExitCode.TASK_FAILED);
            case LIMIT, DATABASE_GONE -> ExitCode.TASK_FAILED;
            case LOCK_LOST -> ExitCode.LOCKED;
        });
    }

    /**
     * Runs it on a virtual thread, where an interrupt ends a wait for the database or a source.
     *
     * @throws CancelledBeforeStart when it was stopped before there was anything to report on
     */
    public <T> T guarding(Callable<T> whole) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("run").unstarted(() -> {
            try {
                done.complete(whole.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        begin(thread);
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (stopped().isPresent() && work == null) {
                throw new CancelledBeforeStart(
                        stopped().get().reason(), exitCode().orElse(ExitCode.TASK_FAILED));
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private synchronized void begin(Thread thread) {
        beforeWork = thread;
        thread.start();
        if (stop.isDone()) {
            thread.interrupt();
        }
    }

    private void endWhateverHangs() {
        try {
            Thread.sleep(AT_MOST);
            Signals.halt(exitCode().orElse(ExitCode.TASK_FAILED));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        limit.interrupt();
        signals.close();
    }
}
