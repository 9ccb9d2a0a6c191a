package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Source;
import dev.exdate.source.Sources;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sources are still worth asking in this run. It skips sources without a valid key, kinds that a plan does not
 * cover, and sources with many consecutive failures. Thread-safe.
 */
final class SourceHealth {
    /** Each of these requests was already retried with back-off. */
    private static final int FAILURES_IN_A_ROW = 20;

    /** These have used up their day when they say that there were too many requests. */
    private static final Set<SourceId> LIMITED_BY_DAY = Sources.ALL.stream()
            .filter(source -> source.dailyBudget() > 0)
            .map(Source::id)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<SourceId, Integer> failures = new HashMap<>();
    private final Map<SourceId, String> down = new HashMap<>();
    private final Map<SourceId, Set<DataKind>> beyondPlan = new HashMap<>();

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
                boolean usedUp = LIMITED_BY_DAY.contains(source) && failed.failure() == Failure.RATE_LIMITED;
                if (failures.merge(source, 1, Integer::sum) >= FAILURES_IN_A_ROW || usedUp) {
                    down.put(source, reason);
                }
            }
        }
    }

    /** The sources that are no longer asked, with the last reason. */
    synchronized Map<SourceId, String> down() {
        return Map.copyOf(down);
    }
}
