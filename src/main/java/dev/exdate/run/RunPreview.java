package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.run.journal.PastRuns;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@code --resume} and {@code --only-failed} would do now. It reads the journal and changes nothing. */
@Dependent
public final class RunPreview {
    private final DatabaseDoor door;
    private final Supplier<Map<TaskName, Task>> tasks;
    private final Clock clock;

    @Inject
    public RunPreview(DatabaseDoor door, Tasks tasks, Clock clock) {
        this(door, () -> tasks.ofARun(line -> {}), clock);
    }

    RunPreview(DatabaseDoor door, Supplier<Map<TaskName, Task>> tasks, Clock clock) {
        this.door = door;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * What a run would begin with.
     *
     * @param lines what its log would say about earlier runs
     * @param plan empty if there is nothing to do
     */
    public record Preview(List<String> lines, Optional<RunPlan> plan) {
        public Preview {
            lines = List.copyOf(lines);
        }
    }

    /** A database that can't be used is told of elsewhere; then the plan is that of a new run. */
    public Preview of(ResumePlanner.Request request) throws SQLException {
        Preview anew = new Preview(List.of(), Optional.of(request.plan()));
        if (request.mode() == ResumePlanner.Mode.ANEW) {
            return anew;
        }
        if (door.coming()) {
            return withoutJournal(request);
        }
        try {
            Session session = door.look();
            if (!session.migrations().begun()) {
                return withoutJournal(request);
            }
            ResumePlanner planner = new ResumePlanner(
                    new PastRuns(session.database()), new RunJournal(session.database(), clock), tasks.get(), clock);
            return JournalView.at(session)
                    .read(() -> planner.decide(request))
                    .map(RunPreview::of)
                    .orElse(anew);
        } catch (DatabaseUnavailable e) {
            return anew;
        }
    }

    private static Preview of(ResumePlanner.Decision decision) {
        return new Preview(
                decision.lines(),
                decision instanceof ResumePlanner.Decision.Go go
                        ? Optional.of(go.planned().plan())
                        : Optional.empty());
    }

    private static Preview withoutJournal(ResumePlanner.Request request) {
        return switch (request.mode()) {
            case ONLY_FAILED -> new Preview(ResumeText.noRunAtAll(), Optional.empty());
            case RESUME -> new Preview(ResumeText.noRun(request.plan().marketDay()), Optional.of(request.plan()));
            case AUTO, ANEW -> new Preview(List.of(), Optional.of(request.plan()));
        };
    }
}
