package dev.exdate.schedule;

import dev.exdate.market.TradingCalendar;
import io.quarkus.scheduler.Scheduler;
import java.time.Instant;
import java.util.function.Consumer;

/** The timer of {@code exdate schedule}: Quarkus' scheduler, which checks once per second whether a start is due. */
public final class CronTimer {
    private static final String JOB = "daily-run";

    private final Scheduler scheduler;

    public CronTimer(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * @param due gets the instant for which a start was due; it must return at once. It also decides whether a run is
     *     active, because runs for missed starts do not come from here
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
