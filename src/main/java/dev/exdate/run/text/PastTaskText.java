package dev.exdate.run.text;

import dev.exdate.report.PastReport;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A task of a run in the journal, with what failed in it. */
final class PastTaskText {
    private static final int SHOWN = 5;

    private final List<PastReport.FailedUnit> failedUnits;
    private final boolean all;

    /**
     * @param failedUnits of all tasks
     * @param all whether every one of them is listed
     */
    PastTaskText(List<PastReport.FailedUnit> failedUnits, boolean all) {
        this.failedUnits = failedUnits;
        this.all = all;
    }

    List<String> lines(PastReport.TaskEntry task) {
        TaskName name = RunTasks.find(task.task()).orElseThrow();
        TaskState state = task.state();
        List<String> lines = new ArrayList<>();
        lines.add("  " + TaskText.result(name, state, task.remark()) + took(task));
        if (state == TaskState.FAILED) {
            lines.add(TaskText.indented("reason: " + task.remark()));
        } else if (state == TaskState.SUCCEEDED && !task.remark().isEmpty()) {
            lines.add(TaskText.indented(task.remark()));
        }
        Tally tally = task.tally();
        if (state != TaskState.SKIPPED && tally.asked() + tally.read() > 0) {
            lines.add(TaskText.indented("asked %,d, read %,d, new %,d, changed %,d, same %,d, failed %,d"
                    .formatted(
                            tally.asked(),
                            tally.read(),
                            tally.added(),
                            tally.changed(),
                            tally.same(),
                            tally.failed())));
        }
        lines.addAll(failed(failedUnits.stream()
                .filter(unit -> unit.task().equals(task.task()))
                .toList()));
        return lines;
    }

    private static String took(PastReport.TaskEntry task) {
        if (task.startedAt().isEmpty() || task.endedAt().isEmpty() || task.state() == TaskState.SKIPPED) {
            return "";
        }
        return " in "
                + Duration.between(task.startedAt().get(), task.endedAt().get()).toSeconds() + "s";
    }

    private List<String> failed(List<PastReport.FailedUnit> failed) {
        List<String> lines = new ArrayList<>();
        if (failed.isEmpty()) {
            return lines;
        }
        long recovered = failed.stream().filter(PastReport.FailedUnit::healed).count();
        lines.add(TaskText.indented("%,d request%s failed, %,d recovered since%s"
                .formatted(
                        failed.size(),
                        failed.size() == 1 ? "" : "s",
                        recovered,
                        recovered == failed.size() ? "" : "; `exdate run --only-failed` retries them")));
        int shown = all ? failed.size() : Math.min(SHOWN, failed.size());
        for (PastReport.FailedUnit unit : failed.subList(0, shown)) {
            TaskState now = unit.healed() ? TaskState.SUCCEEDED : TaskState.FAILED;
            lines.add("       %s%s %s: %s".formatted(now.mark(), unit.kind(), unit.unit(), unit.reason()));
        }
        if (shown < failed.size()) {
            lines.add("       and %,d more (--all lists them)".formatted(failed.size() - shown));
        }
        return lines;
    }
}
