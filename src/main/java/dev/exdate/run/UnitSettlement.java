package dev.exdate.run;

import dev.exdate.run.journal.TaskNotes;
import dev.exdate.task.Assignment;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.util.stream.Stream;

/** Records the units that a task can't record itself after its end: those for the whole task. */
final class UnitSettlement {
    private UnitSettlement() {}

    static void settle(Assignment assignment, TaskName name, Supervision.SupervisedOutcome end, TaskNotes notes) {
        Unit all = assignment.window().map(Unit::window).orElse(Unit.task(name));
        if (assignment.narrowed() && !end.whole()) {
            notes.hadTheRestOf(assignment.only());
        }
        switch (end.outcome()) {
            case TaskOutcome.Succeeded ignored -> {
                Stream.concat(assignment.open().stream(), assignment.only().stream())
                        .filter(unit -> unit.kind() == UnitKind.WINDOW || unit.kind() == UnitKind.TASK)
                        .forEach(notes::had);
                if (!assignment.narrowed()) {
                    notes.had(all);
                }
            }
            case TaskOutcome.Failed failed when end.whole() -> notes.failed(all, failed.reason());
            case TaskOutcome.Cancelled cancelled when end.whole() -> notes.failed(all, cancelled.reason());
            default -> {}
        }
    }
}
