package dev.exdate.run.plan;

import dev.exdate.task.Assignment;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What this run does.
 *
 * @param marketDay the New York day it runs for
 * @param discover whether step 1 runs (Sundays, or as told)
 * @param left tasks that do not run, each with the reason for people
 * @param serial one task after another instead of side by side
 * @param backupLast the backup after the other post-update tasks instead of beside them
 * @param limits time limit per task
 * @param assignments what of its work a task is to do, where that is not all of it as the task itself sees it
 * @param finished tasks that an earlier start of the same run has done: they are not repeated
 * @param begun what an earlier start of the same run did in tasks that it did not finish
 * @param options what the tasks are asked to do
 */
public record RunPlan(
        LocalDate marketDay,
        boolean discover,
        Map<TaskName, String> left,
        boolean serial,
        boolean backupLast,
        Map<TaskName, Duration> limits,
        Map<TaskName, Assignment> assignments,
        Map<TaskName, TaskRun> finished,
        Map<TaskName, Tally> begun,
        TaskOptions options) {
    public static final String DONE_BEFORE = "done by an earlier start of this run";

    private static final String NOT_SUNDAY = "runs weekly on Sundays";

    public RunPlan {
        left = Map.copyOf(left);
        limits = Map.copyOf(limits);
        assignments = Map.copyOf(assignments);
        finished = Map.copyOf(finished);
        begun = Map.copyOf(begun);
    }

    /** All of the work, from the beginning. */
    public RunPlan(
            LocalDate marketDay,
            boolean discover,
            Map<TaskName, String> left,
            boolean serial,
            boolean backupLast,
            Map<TaskName, Duration> limits) {
        this(
                marketDay,
                discover,
                left,
                serial,
                backupLast,
                limits,
                Map.of(),
                Map.of(),
                Map.of(),
                TaskOptions.ofTheRun(marketDay));
    }

    /** The same with what each task is to do of its work. */
    public RunPlan assigning(Map<TaskName, Assignment> wanted) {
        return new RunPlan(marketDay, discover, left, serial, backupLast, limits, wanted, finished, begun, options);
    }

    /** The same without what is done already. */
    public RunPlan behind(Map<TaskName, TaskRun> done, Map<TaskName, Tally> partly) {
        return new RunPlan(marketDay, discover, left, serial, backupLast, limits, assignments, done, partly, options);
    }

    /** The same with what the tasks are asked to do. */
    public RunPlan asking(TaskOptions wanted) {
        return new RunPlan(marketDay, discover, left, serial, backupLast, limits, assignments, finished, begun, wanted);
    }

    public Assignment assignment(TaskName task) {
        return assignments.getOrDefault(task, Assignment.WHOLE);
    }

    /** Why the task does not run; empty if it does. */
    public Optional<String> reasonToSkip(TaskName task) {
        if (left.containsKey(task)) {
            return Optional.of(left.get(task));
        }
        return discover || !Phase.STEP_1.tasks().contains(task) ? Optional.empty() : Optional.of(NOT_SUNDAY);
    }

    /** Why the task has nothing to do in this run: it is skipped, or done already. */
    public Optional<String> reasonToRest(TaskName task) {
        return finished.containsKey(task) ? Optional.of(DONE_BEFORE) : reasonToSkip(task);
    }

    /** The phase's tasks to run. */
    public List<TaskName> toRun(Phase phase) {
        return phase.tasks().stream()
                .filter(task -> reasonToRest(task).isEmpty())
                .toList();
    }

    /** For tasks that are asked for by themselves. */
    public static RunPlan only(LocalDate marketDay, List<TaskName> tasks, Map<TaskName, Duration> limits) {
        return new RunPlan(marketDay, true, leaving(Set.copyOf(tasks), Set.of()), true, false, limits);
    }

    /** What would run, in order, one line a step; for {@code --dry-run}. */
    public List<String> rehearsal() {
        List<String> lines = new ArrayList<>(List.of("Market day: " + marketDay));
        for (Phase phase : Phase.values()) {
            String tasks = phase.tasks().stream()
                    .map(task -> reasonToRest(task)
                            .map(reason -> task.id() + " (" + reason + ")")
                            .orElse(task.id()))
                    .collect(Collectors.joining(serial || phase == Phase.STEP_1 ? ", then " : ", "));
            lines.add(phase.title() + ": " + tasks);
        }
        return lines;
    }

    /** Reasons for {@code --only} and {@code --skip}: an empty {@code only} means all. */
    public static Map<TaskName, String> leaving(Set<TaskName> only, Set<TaskName> skip) {
        Map<TaskName, String> left = RunTasks.map();
        for (TaskName task : RunTasks.ALL) {
            if (skip.contains(task)) {
                left.put(task, "left out by --skip");
            } else if (!only.isEmpty() && !only.contains(task)) {
                left.put(task, "not in --only");
            }
        }
        return left;
    }
}
