package dev.exdate.run;

import dev.exdate.market.EasternTime;
import dev.exdate.run.journal.PastRuns.PastRun;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The first lines of a run that has to do with an earlier one. */
final class ResumeText {
    private ResumeText() {}

    static List<String> unfinished(PastRun run) {
        return List.of("⚠️  " + named(run) + " " + ended(run)
                + ". This run starts anew; `exdate run --resume` continues that one");
    }

    static List<String> noRun(LocalDate day) {
        return List.of("▶️  Nothing to resume: the journal has no run of " + day + ". Starting it now");
    }

    /** @param undone what failed in it, or was skipped or cancelled */
    static List<String> succeeded(PastRun run, Map<TaskName, Set<Unit>> undone) {
        String ended = "⏹️  Nothing to resume: the run of " + run.marketDay() + " that started at "
                + EasternTime.second(run.startedAt()) + " succeeded at " + EasternTime.second(run.endedAt());
        return List.of(
                undone.isEmpty()
                        ? ended
                        : ended + ", except for " + named(undone)
                                + ". Run `exdate run --only-failed` to repeat just these");
    }

    static List<String> resumed(PastRun run, Collection<TaskName> done) {
        String tasks = done.stream().map(TaskName::id).collect(Collectors.joining(", "));
        return List.of(
                "▶️  " + named(run) + " " + ended(run) + ". Resuming it",
                "   already done: " + (tasks.isEmpty() ? "nothing" : tasks));
    }

    static List<String> noRunAtAll() {
        return List.of("⏹️  Nothing to retry: the journal has no run");
    }

    static List<String> nothingFailed(PastRun run) {
        return List.of("⏹️  Nothing to retry: nothing that failed in the run of " + run.marketDay() + " (started "
                + EasternTime.second(run.startedAt()) + ") is still missing");
    }

    static List<String> retried(PastRun run, Map<TaskName, Set<Unit>> failed) {
        return List.of("🔁 Retrying what failed in the run of " + run.marketDay() + ": " + named(failed));
    }

    /** With the number of units, unless it is the whole task. */
    private static String named(Map<TaskName, Set<Unit>> units) {
        return units.entrySet().stream()
                .map(task -> task.getKey().id()
                        + (task.getValue().contains(Unit.task(task.getKey()))
                                ? ""
                                : " " + task.getValue().size()))
                .collect(Collectors.joining(", "));
    }

    private static String named(PastRun run) {
        return "The run of " + run.marketDay() + " that started at " + EasternTime.second(run.startedAt());
    }

    private static String ended(PastRun run) {
        String reason = run.reason().isEmpty() ? "" : ": " + run.reason();
        return switch (run.status()) {
            case RUNNING -> "did not finish" + reason;
            case SUCCEEDED -> "succeeded" + reason;
            case FAILED -> "failed" + reason;
            case CANCELLED -> "was cancelled" + reason;
            case DEAD -> "died" + reason;
        };
    }
}
