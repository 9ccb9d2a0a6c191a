package dev.exdate.holdings;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.task.TaskLog;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks the sources of a fund one after another until one has its holdings. A temporary failure ends the search, because
 * another source has the same holdings in another form, which would look like a change. Thread-safe.
 */
final class HoldingsSearch {
    /** After this many consecutive funds outside of its plan, a source is no longer asked. */
    private static final int OUTSIDE_PLAN = 20;

    private final List<HoldingsSource> sources;
    private final TaskLog log;
    private final Map<HoldingsSource, Answer<HeldPosition>> given = new ConcurrentHashMap<>();
    private final AtomicInteger outsidePlan = new AtomicInteger();

    HoldingsSearch(List<HoldingsSource> sources, TaskLog log) {
        this.sources = List.copyOf(sources);
        this.log = log;
    }

    boolean has(Fund fund) {
        return sources.stream().anyMatch(source -> source.has(fund));
    }

    /** @param source the source of the answer, or the last one asked */
    record Found(Fund fund, String source, Answer<HeldPosition> answer) {}

    Found find(Fund fund, LocalDate day) throws InterruptedException {
        Found found = new Found(fund, "", Answer.nothing());
        for (HoldingsSource source : sources) {
            if (source.has(fund)) {
                Answer<HeldPosition> answer = given.containsKey(source) ? given.get(source) : ask(source, fund, day);
                boolean failed = found.answer() instanceof Answer.Failed;
                if (answer instanceof Answer.Rows || !failed) {
                    found = new Found(fund, source.name(), covered(answer));
                }
                if (isSettled(answer)) {
                    return found;
                }
            }
        }
        return found;
    }

    /** What the sources said of the fund is not used again. */
    void distrust(Fund fund, LocalDate day) {
        sources.stream().filter(source -> source.has(fund)).forEach(source -> source.distrust(fund, day));
    }

    private Answer<HeldPosition> ask(HoldingsSource source, Fund fund, LocalDate day) throws InterruptedException {
        Answer<HeldPosition> answer = source.holdings(fund, day);
        Failure failure = answer instanceof Answer.Failed<HeldPosition> failed ? failed.failure() : null;
        boolean giveUp = failure == Failure.UNAUTHORIZED
                || failure == Failure.PLAN && outsidePlan.incrementAndGet() >= OUTSIDE_PLAN;
        if (failure == null) {
            outsidePlan.set(0);
        }
        if (giveUp && given.putIfAbsent(source, answer) == null) {
            log.line("⚠️  %s is no longer asked: %s".formatted(source.name(), ((Answer.Failed<?>) answer).message()));
        }
        return answer;
    }

    private static boolean isSettled(Answer<HeldPosition> answer) {
        return switch (answer) {
            case Answer.Rows<HeldPosition> rows -> true;
            case Answer.Nothing<HeldPosition> none -> false;
            case Answer.Failed<HeldPosition> failed ->
                failed.failure() != Failure.PLAN && failed.failure() != Failure.UNAUTHORIZED;
        };
    }

    /** Data outside of the plan does not exist for this key; that is not a failure. */
    private static Answer<HeldPosition> covered(Answer<HeldPosition> answer) {
        return answer instanceof Answer.Failed<HeldPosition> failed && failed.failure() == Failure.PLAN
                ? Answer.nothing()
                : answer;
    }
}
