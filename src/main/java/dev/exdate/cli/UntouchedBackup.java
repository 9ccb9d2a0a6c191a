package dev.exdate.cli;

import dev.exdate.database.RunLock;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import dev.exdate.run.Tasks;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import jakarta.enterprise.context.Dependent;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A backup of another program's database, as it is: nothing is written to it, not even to a journal. */
@Dependent
final class UntouchedBackup {
    private final DatabaseDoor door;
    private final Tasks tasks;
    private final Clock clock;

    UntouchedBackup(DatabaseDoor door, Tasks tasks, Clock clock) {
        this.door = door;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Empty for a database that has Exdate's tables, or may get them. */
    Optional<Integer> make(TaskOptions options, PrintWriter out) throws Exception {
        Session session = door.look();
        Optional<String> foreign = session.migrations().foreignTables();
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        out.println(door.shown());
        Task backup = tasks.ofARun(out::println).get(TaskName.BACKUP);
        if (backup == null) {
            throw new TaskFailed("no such task in this build");
        }
        try (RunLock lock = RunLock.take(session.address())) {
            TaskOutcome outcome = backup.run(
                    new TaskContext(UUID.randomUUID(), clock.instant(), options, Set.of(), new Printed(out)));
            if (!(outcome instanceof TaskOutcome.Succeeded)) {
                throw new TaskFailed(outcome instanceof TaskOutcome.Skipped skipped ? skipped.reason() : "no backup");
            }
        }
        return Optional.of(ExitCode.DONE);
    }

    private record Printed(PrintWriter out) implements TaskLog {
        @Override
        public void line(String text) {
            out.println(text);
        }

        @Override
        public void error(String text, Throwable cause) {
            out.println(text);
        }
    }
}
