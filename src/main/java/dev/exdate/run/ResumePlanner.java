package dev.exdate.run;

import dev.exdate.market.ExDateWindow;
import dev.exdate.market.TradingCalendar;
import dev.exdate.run.journal.PastRuns;
import dev.exdate.run.journal.PastRuns.PastRun;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.plan.PlanJson;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.Assignment;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides what a daily run does: all of its day, what an earlier one has left, or only what failed in it. */
public final class ResumePlanner {
    /** A run that was begun so lately belongs to the same night, whatever the date is now. */
    private static final Duration SAME_NIGHT = Duration.ofHours(12);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(TradingCalendar.NEW_YORK);

    private final PastRuns past;
    private final RunJournal journal;
    private final Map<TaskName, Task> tasks;
    private final Clock clock;

    /** @param tasks asked for the days they would read now */
    ResumePlanner(PastRuns past, RunJournal journal, Map<TaskName, Task> tasks, Clock clock) {
        this.past = past;
        this.journal = journal;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What a person wants. */
    public enum Mode {
        ANEW,
        /** Go on where the last run of the day stopped. */
        RESUME,
        /** The same where there is such a run, else anew. */
        AUTO,
        ONLY_FAILED
    }

    /**
     * What was asked for on the command line.
     *
     * @param dayGiven whether the market day was named, not that of the clock
     */
    public record Request(Mode mode, RunPlan plan, boolean dayGiven, TaskOptions options) {}

    /** What comes of it, with lines for the log. */
    sealed interface Decision {
        List<String> lines();

        record Go(PlannedRun planned, List<String> lines) implements Decision {}

        record Nothing(List<String> lines) implements Decision {}
    }

    Decision decide(Request wish) throws SQLException {
        return switch (wish.mode()) {
            case ONLY_FAILED -> onlyFailed(wish);
            case ANEW -> anew(wish, hint(wish));
            case AUTO -> {
                Optional<PastRun> last = lastOfTheDay(wish).filter(PastRun::unfinished);
                yield last.isPresent() ? goOn(last.get(), wish) : anew(wish, List.of());
            }
            case RESUME -> {
                Optional<PastRun> last = lastOfTheDay(wish);
                if (last.isEmpty()) {
                    yield anew(
                            wish,
                            List.of("▶️  Nothing to go on with: no run of "
                                    + wish.plan().marketDay() + " is in the journal; it is begun now"));
                }
                yield last.get().unfinished() ? goOn(last.get(), wish) : nothingLeft(last.get());
            }
        };
    }

    /** The newest run of the day; one of only a part of it that succeeded does not hide an unfinished one. */
    private Optional<PastRun> lastOfTheDay(Request wish) throws SQLException {
        Instant tonight = clock.instant().minus(SAME_NIGHT);
        LocalDate day = wish.plan().marketDay();
        List<PastRun> ofTheDay = past.newest().stream()
                .filter(run -> run.marketDay().equals(day)
                        || !wish.dayGiven() && run.startedAt().isAfter(tonight))
                .toList();
        return ofTheDay.stream()
                .filter(run -> run.unfinished() || PlanJson.whole(run.planJson()))
                .findFirst()
                .or(() -> ofTheDay.stream().findFirst());
    }

    private List<String> hint(Request wish) throws SQLException {
        return lastOfTheDay(wish)
                .filter(PastRun::unfinished)
                .map(run -> List.of("⚠️  " + words(run)
                        + "; this one begins anew, `exdate run --resume` would have gone on with it"))
                .orElse(List.of());
    }

    private static String words(PastRun run) {
        return "The run of " + run.marketDay() + " that began at " + STAMP.format(run.startedAt())
                + " did not come to a good end (" + run.status().id()
                + (run.reason().isEmpty() ? "" : ": " + run.reason()) + ")";
    }

    private static Decision nothingLeft(PastRun run) {
        return new Decision.Nothing(List.of("⏹️  Nothing to go on with: the run of " + run.marketDay()
                + " that began at " + STAMP.format(run.startedAt()) + " has succeeded at "
                + STAMP.format(run.endedAt())));
    }

    private Decision anew(Request wish, List<String> lines) throws SQLException {
        Map<TaskName, Assignment> assignments = new EnumMap<>(TaskName.class);
        Map<TaskName, Set<Unit>> open = journal.openUnits();
        for (TaskName task : tasks.keySet()) {
            assignments.put(task, whole(window(task, wish.options()), open.getOrDefault(task, Set.of())));
        }
        return new Decision.Go(
                planned(
                        UUID.randomUUID(),
                        clock.instant(),
                        false,
                        wish.plan().assigning(assignments),
                        wish,
                        Optional.empty()),
                lines);
    }

    private Decision goOn(PastRun run, Request wish) throws SQLException {
        PlanJson.Kept kept = PlanJson.read(run.planJson(), wish.plan().limits());
        Map<TaskName, TaskRun> done = past.done(run.id());
        Map<TaskName, Set<Unit>> had = past.had(run.id());
        Map<TaskName, Set<Unit>> open = kept.failedOf().isPresent()
                ? journal.openUnitsOf(kept.failedOf().get())
                : journal.openUnits();
        Map<TaskName, Assignment> assignments = new EnumMap<>(TaskName.class);
        for (TaskName task : tasks.keySet()) {
            Optional<ExDateWindow.Span> window =
                    Optional.ofNullable(kept.windows().get(task));
            Set<Unit> units = open.getOrDefault(task, Set.of());
            Assignment assignment = kept.failedOf().isPresent() ? only(window, units) : whole(window, units);
            assignments.put(task, assignment.behind(had.getOrDefault(task, Set.of())));
        }
        List<String> lines = List.of(
                "▶️  " + words(run) + "; going on with it",
                "   done already: "
                        + (done.isEmpty()
                                ? "nothing"
                                : String.join(
                                        ", ",
                                        done.keySet().stream().map(TaskName::id).toList())));
        return new Decision.Go(
                planned(
                        run.id(),
                        run.startedAt(),
                        true,
                        kept.plan().assigning(assignments).behind(done, past.begun(run.id())),
                        wish,
                        kept.failedOf()),
                lines);
    }

    private Decision onlyFailed(Request wish) throws SQLException {
        Optional<PastRun> last = past.newest().stream().findFirst();
        if (last.isEmpty()) {
            return new Decision.Nothing(List.of("⏹️  Nothing to ask again: no run is in the journal"));
        }
        Map<TaskName, Set<Unit>> failed = journal.openUnitsOf(last.get().id());
        long units = failed.values().stream().mapToLong(Set::size).sum();
        if (units == 0) {
            return new Decision.Nothing(List.of("⏹️  Nothing to ask again: nothing that the run of "
                    + last.get().marketDay() + " (begun "
                    + STAMP.format(last.get().startedAt())
                    + ") asked for in vain is still missing"));
        }
        Map<TaskName, Assignment> assignments = new EnumMap<>(TaskName.class);
        Map<TaskName, String> left = new EnumMap<>(wish.plan().left());
        for (TaskName task : tasks.keySet()) {
            if (failed.containsKey(task)) {
                assignments.put(task, only(window(task, wish.options()), failed.get(task)));
            } else {
                left.putIfAbsent(task, "nothing of it failed in the last run");
            }
        }
        RunPlan plan = new RunPlan(
                wish.plan().marketDay(),
                failed.containsKey(TaskName.DISCOVERY) || failed.containsKey(TaskName.CLASSIFY_ETFS),
                left,
                wish.plan().serial(),
                wish.plan().backupLast(),
                wish.plan().limits());
        return new Decision.Go(
                planned(
                        UUID.randomUUID(),
                        clock.instant(),
                        false,
                        plan.assigning(assignments),
                        wish,
                        Optional.of(last.get().id())),
                List.of("🔁 Asking again for what failed in the run of "
                        + last.get().marketDay() + ": " + counted(failed)));
    }

    private static String counted(Map<TaskName, Set<Unit>> failed) {
        return String.join(
                ", ",
                failed.entrySet().stream()
                        .map(entry ->
                                entry.getKey().id() + " " + entry.getValue().size())
                        .toList());
    }

    private Optional<ExDateWindow.Span> window(TaskName task, TaskOptions options) throws SQLException {
        Task asked = tasks.get(task);
        return asked == null ? Optional.empty() : asked.window(options);
    }

    private static Assignment whole(Optional<ExDateWindow.Span> window, Set<Unit> open) {
        return new Assignment(window, List.of(), List.copyOf(open), Set.of());
    }

    private static Assignment only(Optional<ExDateWindow.Span> window, Set<Unit> units) {
        return new Assignment(window, List.copyOf(units), List.of(), Set.of());
    }

    private static PlannedRun planned(
            UUID id, Instant startedAt, boolean again, RunPlan plan, Request wish, Optional<UUID> failedOf) {
        return new PlannedRun(
                id,
                "run",
                startedAt,
                again,
                plan.asking(wish.options().on(plan.marketDay())),
                failedOf,
                Arrays.asList(TaskName.values()));
    }
}
