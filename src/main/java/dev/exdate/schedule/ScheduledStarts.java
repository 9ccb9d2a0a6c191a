package dev.exdate.schedule;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLocked;
import dev.exdate.market.EasternTime;
import dev.exdate.run.ExitCode;
import dev.exdate.run.journal.Host;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/**
 * Starts runs when they are due, one at a time, and reports every start that did not happen on time. One run makes up
 * for all starts that were missed while nothing could start them. Starts that are due during a run are skipped.
 */
public final class ScheduledStarts {
    private static final Duration PUNCTUAL = Duration.ofMinutes(1);

    private final CronTimes times;
    private final IntSupplier run;
    private final IntConsumer end;
    private final ScheduleLog diary;
    private final Clock clock;
    private final PrintWriter out;
    private final Instant began;
    private final AtomicReference<Optional<Instant>> expected;
    private final AtomicBoolean working = new AtomicBoolean();

    /**
     * @param run the daily run; gives its exit code
     * @param end gets the exit code of a run that a signal has ended
     */
    public ScheduledStarts(
            CronTimes times, IntSupplier run, IntConsumer end, ScheduleLog diary, Clock clock, PrintWriter out) {
        this.times = times;
        this.run = run;
        this.end = end;
        this.diary = diary;
        this.clock = clock;
        this.out = out;
        this.began = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        this.expected = new AtomicReference<>(times.next(began));
    }

    /**
     * Replaces the previous schedule.
     *
     * @return a start of the previous schedule that was due before this one began
     */
    public Optional<Instant> begin() throws DatabaseUnavailable, RunLocked, SQLException, InterruptedException {
        Optional<Instant> ahead =
                diary.begin(journal -> journal.begins(times.expression(), Host.name(), began, times.next(began)));
        out.println("🗓️  Schedule \"" + times.expression() + "\" (New York time); " + next());
        return ahead.filter(due -> due.isBefore(began));
    }

    /** One run for all missed starts from that one on. */
    public void makeUpFor(Instant first) {
        if (working.compareAndSet(false, true)) {
            missed(first, times.newest(first, began), "`exdate schedule` was not running; starting now instead");
            work();
        }
    }

    /** The scheduler reports that a start is due. */
    public void due(Instant due) {
        Instant now = clock.instant();
        Instant first = expected.getAndSet(times.next(now)).filter(due::isAfter).orElse(due);
        if (!working.compareAndSet(false, true)) {
            missed(first, due, "the previous run was still active; skipped");
            return;
        }
        if (first.isBefore(due) || due.plus(PUNCTUAL).isBefore(now)) {
            missed(first, due, "this machine slept or its clock was changed; starting now instead");
        }
        work();
    }

    /** The schedule ends; nothing starts any more. */
    public void ends() {
        diary.write(journal -> journal.ends(began, clock.instant()), out);
    }

    private void work() {
        try {
            Instant now = clock.instant();
            diary.write(journal -> journal.runStarts(now, times.next(now)), out);
            int exitCode = run.getAsInt();
            diary.write(journal -> journal.runEnded(exitCode, times.next(clock.instant())), out);
            boolean ending = exitCode > ExitCode.SIGNAL;
            out.println("🗓️  The run ended with exit code " + exitCode + "; "
                    + (ending ? "the schedule ends too" : next()));
            if (ending) {
                end.accept(exitCode);
            }
        } finally {
            working.set(false);
        }
    }

    private void missed(Instant first, Instant last, String why) {
        String which = first.equals(last)
                ? "the start of " + EasternTime.weekday(last)
                : "the starts from " + EasternTime.weekday(first) + " to " + EasternTime.weekday(last);
        out.println("⚠️  Missed " + which + ": " + why);
        diary.write(journal -> journal.missed(last, why, times.next(clock.instant())), out);
    }

    private String next() {
        return times.next(clock.instant())
                .map(next -> "next start " + EasternTime.weekday(next))
                .orElse("no further start");
    }
}
