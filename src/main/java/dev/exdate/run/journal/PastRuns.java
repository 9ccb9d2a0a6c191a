package dev.exdate.run.journal;

import dev.exdate.database.Transactions;
import dev.exdate.report.RunStatus;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Past daily runs, as far as a later run needs them. */
public final class PastRuns {
    private static final int MOST = 30;

    private final Transactions database;

    public PastRuns(Transactions database) {
        this.database = database;
    }

    /**
     * A daily run that has ended in one way or another.
     *
     * @param reason why it was stopped early, empty if it was not
     */
    public record PastRun(
            UUID id,
            LocalDate marketDay,
            Instant startedAt,
            Instant endedAt,
            RunStatus status,
            String reason,
            String planJson) {
        /** Whether it can be resumed. */
        public boolean unfinished() {
            return status != RunStatus.SUCCEEDED;
        }
    }

    /** The newest first, those with a plan. */
    public List<PastRun> newest() throws SQLException {
        String sql = """
                SELECT id, market_day, started_at, coalesce(ended_at, heartbeat_at, started_at) AS ended_at, status,
                       coalesce(reason, '') AS reason, plan::text AS plan
                FROM exdate.run WHERE command = 'run' AND plan IS NOT NULL ORDER BY started_at DESC LIMIT :most
                """;
        return database.inTransaction(handle -> handle.sql(sql)
                .bind("most", MOST)
                .list(row -> new PastRun(
                        row.getObject("id", UUID.class),
                        row.getObject("market_day", LocalDate.class),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        RunStatus.of(row.getString("status")),
                        row.getString("reason"),
                        row.getString("plan"))));
    }

    /** The tasks that a run completed; a resumed run does not repeat them. */
    public Map<TaskName, TaskRun> done(UUID run) throws SQLException {
        String sql = """
                SELECT task, started_at, ended_at, asked, read, added, changed, same, failed, unreadable
                FROM exdate.task_run WHERE run_id = :run AND outcome = 'succeeded'
                """;
        return database.inTransaction(handle -> {
            Map<TaskName, TaskRun> done = RunTasks.map();
            handle.sql(sql).bind("run", run).each(row -> {
                TaskName task = RunTasks.find(row.getString("task")).orElse(null);
                if (task != null) {
                    done.put(task, taskRun(task, row));
                }
            });
            return done;
        });
    }

    /**
     * The tasks that a run did not do: skipped, cancelled or never ended, and failed as a whole; without those that have
     * succeeded since. Tasks in which some units failed are not among them.
     */
    public Set<TaskName> undone(UUID run) throws SQLException {
        String sql = """
                SELECT t.task FROM exdate.task_run t JOIN exdate.run r ON r.id = t.run_id
                WHERE t.run_id = :run AND t.outcome <> 'succeeded'
                  AND NOT (t.outcome = 'failed' AND EXISTS (
                      SELECT FROM exdate.failed_unit u WHERE u.run_id = t.run_id AND u.task = t.task))
                  AND NOT EXISTS (
                      SELECT FROM exdate.task_run later JOIN exdate.run by ON by.id = later.run_id
                      WHERE later.task = t.task AND later.outcome = 'succeeded' AND by.id <> r.id
                        AND later.started_at > r.started_at AND NOT coalesce(by.plan -> 'options' ? 'symbols', false))
                """;
        return database.inTransaction(handle -> {
            Set<TaskName> undone = new LinkedHashSet<>();
            handle.sql(sql)
                    .bind("run", run)
                    .each(row -> RunTasks.find(row.getString("task")).ifPresent(undone::add));
            return undone;
        });
    }

    /** The counts of a run's unfinished tasks, without failures, which are counted again. */
    public Map<TaskName, Tally> begun(UUID run) throws SQLException {
        String sql = """
                SELECT task, asked, read, added, changed, same, 0 AS failed, unreadable
                FROM exdate.task_run WHERE run_id = :run AND outcome NOT IN ('succeeded', 'skipped')
                """;
        return database.inTransaction(handle -> {
            Map<TaskName, Tally> begun = RunTasks.map();
            handle.sql(sql).bind("run", run).each(row -> {
                Tally tally = tally(row);
                RunTasks.find(row.getString("task")).ifPresent(task -> begun.put(task, tally));
            });
            return begun;
        });
    }

    /** The completed units of a run's unfinished tasks. */
    public Map<TaskName, Set<Unit>> had(UUID run) throws SQLException {
        return database.inTransaction(handle -> DoneUnits.of(handle, run));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("asked"),
                row.getLong("read"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("same"),
                row.getLong("failed"),
                row.getLong("unreadable"));
    }

    private static TaskRun taskRun(TaskName task, ResultSet row) throws SQLException {
        Instant startedAt = row.getTimestamp("started_at").toInstant();
        Instant endedAt = row.getTimestamp("ended_at").toInstant();
        return new TaskRun(
                task, startedAt, Duration.between(startedAt, endedAt), new TaskOutcome.Succeeded(tally(row)));
    }
}
