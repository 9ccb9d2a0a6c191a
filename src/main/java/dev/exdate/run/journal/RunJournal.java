package dev.exdate.run.journal;

import dev.exdate.database.Transactions;
import dev.exdate.database.WriteFence;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.Assignment;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes runs and task runs to {@code exdate.run} and {@code exdate.task_run} as they happen. */
public final class RunJournal {
    private final Transactions database;
    private final Clock clock;
    private final WriteFence right = new WriteFence();

    /** @param database best the lock's own session, so that a sign of life proves the lock */
    public RunJournal(Transactions database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The right to write that this run takes when it starts. */
    public WriteFence right() {
        return right;
    }

    /**
     * A run starts: it takes the right to write, which waits for what an earlier one that has lost it still has under way,
     * and the whole plan is written down.
     *
     * @param tasks those that may run, in the order of the plan
     */
    public void runStarts(RunStart start, List<TaskName> tasks, RunPlan plan) throws SQLException {
        database.inTransaction(connection -> {
            write(connection, start);
            right.take(connection, start.id());
            DoneUnits.forgetOld(connection);
            for (TaskName task : tasks) {
                if (!plan.finished().containsKey(task)) {
                    planned(connection, start.id(), task, plan.assignment(task));
                }
            }
            return start;
        });
    }

    private static void write(Connection connection, RunStart start) throws SQLException {
        String sql = """
                INSERT INTO exdate.run AS r
                    (id, command, market_day, started_at, version, server_version, schema_version, host, pid, plan, status,
                     heartbeat_at)
                VALUES (?, ?, ?, ?, ?, ?,
                        (SELECT version FROM exdate.flyway_schema_history
                         WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1),
                        ?, ?, ?::jsonb, 'running', clock_timestamp())
                ON CONFLICT (id) DO UPDATE SET
                    starts = r.starts + CASE WHEN r.status = 'running' THEN 0 ELSE 1 END, status = 'running',
                    ended_at = NULL, exit_code = NULL, reason = NULL, report = NULL,
                    version = excluded.version, server_version = excluded.server_version,
                    schema_version = excluded.schema_version, host = excluded.host, pid = excluded.pid,
                    heartbeat_at = excluded.heartbeat_at
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, start.id());
            insert.setString(2, start.command());
            insert.setObject(3, start.marketDay());
            insert.setTimestamp(4, Timestamp.from(start.startedAt()));
            insert.setString(5, start.versions().program());
            insert.setString(6, start.versions().server());
            insert.setString(7, start.host());
            insert.setLong(8, ProcessHandle.current().pid());
            insert.setString(9, start.planJson());
            insert.executeUpdate();
        }
    }

    private static void planned(Connection connection, UUID run, TaskName task, Assignment assignment)
            throws SQLException {
        String sql = """
                INSERT INTO exdate.task_run (run_id, task, outcome, window_from, window_to)
                VALUES (?, ?, 'planned', ?, ?)
                ON CONFLICT (run_id, task) DO UPDATE SET
                    outcome = 'planned', started_at = NULL, ended_at = NULL, reason = NULL, last_line = NULL
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, run);
            insert.setString(2, task.id());
            insert.setDate(3, assignment.window().map(span -> date(span.from())).orElse(null));
            insert.setDate(4, assignment.window().map(span -> date(span.to())).orElse(null));
            insert.executeUpdate();
        }
    }

    private static Date date(LocalDate day) {
        return Date.valueOf(day);
    }

    /**
     * The run has ended.
     *
     * @param status as {@link RunResult#status}
     * @param reason why it was ended before its time; empty when it came to its own end
     * @param report JSON for {@code exdate report}; null for none
     */
    public void runEnded(UUID id, String status, int exitCode, String reason, @Nullable String report)
            throws SQLException {
        String sql = """
                UPDATE exdate.run SET ended_at = ?, status = ?, exit_code = ?, reason = nullif(?, ''), report = ?::jsonb
                WHERE id = ?
                """;
        database.inTransaction(connection -> {
            right.require(connection);
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setString(2, status);
                update.setInt(3, exitCode);
                update.setString(4, reason);
                update.setString(5, report);
                update.setObject(6, id);
                return update.executeUpdate();
            }
        });
    }

    /** @return what earlier runs asked this task for in vain */
    public Set<Unit> taskStarted(UUID runId, TaskName task) throws SQLException {
        String sql = """
                INSERT INTO exdate.task_run AS t (run_id, task, started_at, outcome) VALUES (?, ?, ?, 'running')
                ON CONFLICT (run_id, task) DO UPDATE SET
                    started_at = excluded.started_at, outcome = 'running', ended_at = NULL, reason = NULL
                """;
        return database.inTransaction(connection -> {
            right.require(connection);
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, runId);
                insert.setString(2, task.id());
                insert.setTimestamp(3, Timestamp.from(clock.instant()));
                insert.executeUpdate();
            }
            FailedUnits.forget(connection, runId, task);
            return FailedUnits.open(connection).getOrDefault(task, Set.of());
        });
    }

    public void taskEnded(UUID runId, TaskRun run, TaskNotes.Pending pending) throws SQLException {
        String sql = """
                INSERT INTO exdate.task_run
                    (run_id, task, started_at, ended_at, outcome, reason, asked, read, added, changed, same, failed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (run_id, task) DO UPDATE SET
                    started_at = excluded.started_at, ended_at = excluded.ended_at, outcome = excluded.outcome,
                    reason = excluded.reason, asked = excluded.asked, read = excluded.read, added = excluded.added,
                    changed = excluded.changed, same = excluded.same, failed = excluded.failed, last_line = NULL
                """;
        database.inTransaction(connection -> {
            right.require(connection);
            try (PreparedStatement upsert = connection.prepareStatement(sql)) {
                upsert.setObject(1, runId);
                upsert.setString(2, run.name().id());
                upsert.setTimestamp(3, Timestamp.from(run.startedAt()));
                upsert.setTimestamp(4, Timestamp.from(run.startedAt().plus(run.took())));
                upsert.setString(5, run.outcomeWord());
                upsert.setString(
                        6,
                        run.reason()
                                .or(() -> run.leftOut().map("left out: "::concat))
                                .orElse(null));
                tally(upsert, 7, run.tally());
                upsert.executeUpdate();
            }
            FailedUnits.heal(connection, runId, run.name(), pending.healed());
            FailedUnits.keep(connection, runId, run.name(), pending.failed());
            if (run.succeeded()) {
                DoneUnits.forget(connection, runId, run.name());
            } else {
                DoneUnits.keep(connection, runId, run.name(), pending.done());
            }
            return run;
        });
    }

    /** What a running task has come to. */
    public record Progress(TaskName task, TaskNotes.Pending pending, String lastLine) {}

    /**
     * A sign of life, with how far the running tasks are; none any more of a run that has ended. Tries once: the next one
     * comes soon.
     */
    public void beat(UUID runId, List<Progress> running) throws SQLException {
        database.inTransactionOnce(connection -> {
            right.require(connection);
            String sql = """
                    UPDATE exdate.run
                    SET heartbeat_at = clock_timestamp(), status = 'running', ended_at = NULL, reason = NULL
                    WHERE id = ? AND exit_code IS NULL
                    """;
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, runId);
                update.executeUpdate();
            }
            for (Progress task : running) {
                progress(connection, runId, task);
            }
            return running.size();
        });
    }

    /** What a running task has come to; counts only grow, whoever tells of them first. */
    static void count(Connection connection, UUID runId, TaskName task, Tally soFar) throws SQLException {
        String sql = """
                UPDATE exdate.task_run
                SET asked = ?, read = ?, added = ?, changed = ?, same = ?, failed = ?
                WHERE run_id = ? AND task = ? AND outcome = 'running' AND asked <= ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            tally(update, 1, soFar);
            update.setObject(7, runId);
            update.setString(8, task.id());
            update.setLong(9, soFar.asked());
            update.executeUpdate();
        }
    }

    private static void progress(Connection connection, UUID runId, Progress task) throws SQLException {
        count(connection, runId, task.task(), task.pending().soFar());
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE exdate.task_run SET last_line = ? WHERE run_id = ? AND task = ? AND outcome = 'running'")) {
            update.setString(1, task.lastLine().replace("\0", ""));
            update.setObject(2, runId);
            update.setString(3, task.task().id());
            update.executeUpdate();
        }
        FailedUnits.heal(connection, runId, task.task(), task.pending().healed());
        FailedUnits.keep(connection, runId, task.task(), task.pending().failed());
        DoneUnits.keep(connection, runId, task.task(), task.pending().done());
    }

    private static void tally(PreparedStatement statement, int first, Tally tally) throws SQLException {
        long[] counts = {tally.asked(), tally.read(), tally.added(), tally.changed(), tally.same(), tally.failed()};
        for (int i = 0; i < counts.length; i++) {
            statement.setLong(first + i, counts[i]);
        }
    }

    /** Everything that was asked for in vain and not had since, by task. */
    public Map<TaskName, Set<Unit>> openUnits() throws SQLException {
        return database.inTransaction(FailedUnits::open);
    }

    /** The same of one run only. */
    public Map<TaskName, Set<Unit>> openUnitsOf(UUID run) throws SQLException {
        return database.inTransaction(connection -> FailedUnits.openOf(connection, run));
    }
}
