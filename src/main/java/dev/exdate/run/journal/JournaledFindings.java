package dev.exdate.run.journal;

import dev.exdate.database.Handle;
import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.finding.FindingStore;
import dev.exdate.task.TaskName;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What tasks report about the data, until they do not see it any more. */
final class JournaledFindings {
    private static final List<Code> OF_LISTS = List.of(Code.LAYOUT_CHANGED, Code.UNREADABLE_ROWS);
    private static final List<Code> OF_ANSWERS = List.of(Code.LAYOUT_CHANGED, Code.UNREADABLE_ROWS, Code.HELD_BACK);

    private JournaledFindings() {}

    static void keep(Handle handle, TaskName task, Collection<Finding> found) throws SQLException {
        new FindingStore(handle).record(task.id(), found);
    }

    /** A task of a daily run has succeeded. The update settles by symbol what it held back, because it does not read all. */
    static void settle(Handle handle, UUID run, TaskName task) throws SQLException {
        String sql = """
                SELECT t.started_at FROM exdate.task_run t JOIN exdate.run r ON r.id = t.run_id
                WHERE t.run_id = :run AND t.task = :task AND r.command = 'run'
                """;
        Optional<Instant> started = handle.sql(sql)
                .bind("run", run)
                .bind("task", task.id())
                .<Timestamp>first(row -> row.getTimestamp(1))
                .map(Timestamp::toInstant);
        if (started.isPresent()) {
            new FindingStore(handle)
                    .settleUnseen(task.id(), task == TaskName.UPDATE ? OF_LISTS : OF_ANSWERS, started.get());
        }
    }
}
