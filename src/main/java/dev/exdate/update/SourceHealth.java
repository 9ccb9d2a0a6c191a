package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.settings.SourceId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which sources are worth asking further in this run: not one without a valid key, not one for a kind its plan does not
 * cover, not one that failed many times in a row. Thread-safe.
 */
final class SourceHealth {
    /** Each of them has been tried several times with back-off already. */
    private static final int FAILURES_IN_A_ROW = 20;

    private final Map<SourceId, Integer> failures = new EnumMap<>(SourceId.class);
    private final Map<SourceId, String> down = new EnumMap<>(SourceId.class);
    private final Map<SourceId, Set<DataKind>> beyondPlan = new EnumMap<>(SourceId.class);

    synchronized boolean mayAsk(SourceId source, DataKind kind) {
        return !down.containsKey(source)
                && !beyondPlan.getOrDefault(source, Set.of()).contains(kind);
    }

    synchronized void note(SourceId source, DataKind kind, Answer<?> answer) {
        if (!(answer instanceof Answer.Failed<?> failed) || failed.failure() == Failure.NOT_FOUND) {
            failures.remove(source);
            return;
        }
        String reason = failed.failure().word() + " (" + failed.message() + ")";
        switch (failed.failure()) {
            case UNAUTHORIZED -> down.put(source, reason);
            case PLAN ->
                beyondPlan
                        .computeIfAbsent(source, id -> EnumSet.noneOf(DataKind.class))
                        .add(kind);
            default -> {
                boolean usedUp = source == SourceId.ALPHAVANTAGE && failed.failure() == Failure.RATE_LIMITED;
                if (failures.merge(source, 1, Integer::sum) >= FAILURES_IN_A_ROW || usedUp) {
                    down.put(source, reason);
                }
            }
        }
    }

    /** The sources given up, with the last reason. */
    synchronized Map<SourceId, String> down() {
        return Map.copyOf(down);
    }
}
