package dev.exdate.source.nasdaq;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calendar's days that a run has read, for the task that needs them again later in the same run. Each is given out
 * once, because a second request wants a new answer. Thread-safe.
 */
@Singleton
public final class CalendarDays {
    /** More than any window ahead; a day has a few hundred rows at most. */
    private static final int MOST = 150;

    private final Map<LocalDate, List<NasdaqDividend>> days = new HashMap<>();
    private @Nullable UUID run;

    /** Forgets the days of an earlier run. */
    public synchronized void keep(UUID runId, LocalDate day, List<NasdaqDividend> dividends) {
        if (!runId.equals(run)) {
            run = runId;
            days.clear();
        }
        if (days.size() < MOST) {
            days.put(day, List.copyOf(dividends));
        }
    }

    /** Empty if the run has not read the day, or has given it out. */
    public synchronized Optional<List<NasdaqDividend>> take(UUID runId, LocalDate day) {
        return runId.equals(run) ? Optional.ofNullable(days.remove(day)) : Optional.empty();
    }
}
