package dev.exdate.schedule;

import dev.exdate.market.TradingCalendar;
import io.quarkus.scheduler.Scheduler;
import java.time.Instant;
import java.util.function.Consumer;

/** The clock behind {@code exdate schedule}: Quarkus' scheduler, which looks once a second whether a start is due. */
public final class CronTimer {
    private static final String JOB = "daily-run";

    private final Scheduler scheduler;

    public CronTimer(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * @param due takes the instant for which a start was due; it must return at once. Whether a run is at work is its own
     *     affair: runs that are made up for do not come from here
     */
    public void start(CronTimes times, Consumer<Instant> due) {
        scheduler
                .newJob(JOB)
                .setCron(times.parsed())
                .setTimeZone(TradingCalendar.NEW_YORK.getId())
                .setTask(execution -> due.accept(execution.getScheduledFireTime()))
                .schedule();
    }
}
