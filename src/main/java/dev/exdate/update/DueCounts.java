package dev.exdate.update;

import dev.exdate.task.TaskLog;
import java.util.Locale;

/**
 * How much work there is.
 *
 * @param known symbols in {@code raw_stocks}
 * @param excluded of these, not asked for
 * @param due of the others, those that lack prices, dividends or splits
 * @param companiesDue of the others, those whose company data is old
 */
record DueCounts(long known, long excluded, long due, long companiesDue) {
    private static final int SECONDS_A_SYMBOL = 2;

    void sayTo(TaskLog log) {
        long fresh = known - excluded - due;
        log.line(String.format(
                Locale.ROOT, "⚡ STALENESS FILTER: Processing %,d symbols (skipped %,d recently updated)", due, fresh));
        long saved = fresh * SECONDS_A_SYMBOL;
        log.line("⏱️  Estimated time saved: ~" + saved / 60 + "m " + saved % 60 + "s");
        if (excluded > 0) {
            log.line("⏭️  Skipping " + excluded + " already-excluded symbols (saves ~" + excluded * SECONDS_A_SYMBOL
                    + "s)");
        }
    }
}
