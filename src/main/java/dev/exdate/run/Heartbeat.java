package dev.exdate.run;

import dev.exdate.database.DatabaseFault;
import dev.exdate.database.LockLost;
import dev.exdate.market.EasternTime;
import dev.exdate.run.listener.JournalListener;
import dev.exdate.run.plan.CancelReason;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes a heartbeat to the journal every few seconds, over the lock's own session. It notices when the lock is lost, takes
 * it again, and stops the run when that is impossible. It has a platform thread, which no work on virtual threads delays.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(3);

    /** Progress that a crash would lose is written sooner. */
    private static final Duration LOOK = Duration.ofMillis(700);

    private final JournalListener journal;
    private final Duration patience;
    private final Consumer<String> say;
    private final Consumer<CancelReason> end;
    private final Clock clock;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    private Heartbeat(
            JournalListener journal, Duration patience, Consumer<String> say, Consumer<CancelReason> end, Clock clock) {
        this.journal = journal;
        this.patience = patience;
        this.say = say;
        this.end = end;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::beat);
    }

    /**
     * Begins at once.
     *
     * @param patience how long to wait for a database that does not answer before the run is stopped
     * @param say gets lines for the run's log
     * @param end stops the run
     */
    public static Heartbeat start(
            JournalListener journal, Duration patience, Consumer<String> say, Consumer<CancelReason> end, Clock clock) {
        Heartbeat heartbeat = new Heartbeat(journal, patience, say, end, clock);
        heartbeat.thread.start();
        return heartbeat;
    }

    private void beat() {
        long last = System.nanoTime();
        long tried = last;
        boolean silent = false;
        try {
            while (!over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                boolean due = System.nanoTime() - tried >= EVERY.toNanos();
                if (!due && !journal.urgent()) {
                    continue;
                }
                tried = System.nanoTime();
                try {
                    journal.beat();
                    if (silent) {
                        say.accept("✅ The database answers again");
                    }
                    silent = false;
                    last = System.nanoTime();
                } catch (LockLost e) {
                    end.accept(new CancelReason(CancelReason.Kind.LOCK_LOST, String.valueOf(e.getMessage())));
                    return;
                } catch (SQLException e) {
                    if (!silent) {
                        say.accept("⚠️  The heartbeat could not be written: " + DatabaseFault.line(e));
                    }
                    silent = true;
                    Duration since = Duration.ofNanos(System.nanoTime() - last);
                    if (since.compareTo(patience) > 0) {
                        String when = EasternTime.second(clock.instant().minus(since));
                        end.accept(new CancelReason(
                                CancelReason.Kind.DATABASE_GONE, "the database has not answered since " + when));
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** No heartbeat is written after this returns. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
