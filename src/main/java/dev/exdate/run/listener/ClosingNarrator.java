package dev.exdate.run.listener;

import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.Durations;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.text.ClosingText;
import dev.exdate.run.text.Titles;

/**
 * Writes the end of the run's log: the content of the database, the findings of the quality checks, and the outcome of
 * the run.
 */
public final class ClosingNarrator implements RunListener {
    private final RunLog log;

    public ClosingNarrator(RunLog log) {
        this.log = log;
    }

    @Override
    public void runEnded(RunResult result) {
        ClosingText text = ClosingText.of(result);
        log.stamped(Titles.DATABASE);
        log.plain(Titles.RULER);
        text.database().forEach(log::plain);
        if (result.closing().missing().isEmpty()) {
            log.stamped(Titles.CHECKS);
            log.plain(Titles.RULER);
            text.checks().forEach(log::plain);
        }
        summary(result, text);
    }

    private void summary(RunResult result, ClosingText text) {
        log.plain(Titles.RULER);
        log.stamped("⏱️  EXECUTION SUMMARY");
        log.plain(Titles.RULER);
        log.stamped("Total execution time: " + Durations.minutesAndSeconds(result.took()));
        log.stamped("Completion time: " + log.now() + " ET");
        log.stamped(Titles.PERFORMANCE);
        text.phases().forEach(log::stamped);
        text.reused().forEach(log::stamped);
        ClosingText.troubles(result).forEach(log::stamped);
        log.stamped(ClosingText.ending(result));
        log.plain(Titles.WIDE_RULER);
        log.stamped("📝 Log saved to: " + log.place());
    }
}
