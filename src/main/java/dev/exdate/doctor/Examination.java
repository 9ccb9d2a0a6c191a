package dev.exdate.doctor;

import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.task.TaskName;
import java.util.Arrays;

/**
 * What is examined.
 *
 * @param plan of the run that would come
 * @param ofOneRun whether it is this very run and no source is asked; otherwise the whole set-up is, its sources too
 */
public record Examination(RunPlan plan, boolean ofOneRun) {
    boolean runs(TaskName task) {
        return Arrays.stream(Phase.values()).anyMatch(phase -> plan.toRun(phase).contains(task));
    }
}
