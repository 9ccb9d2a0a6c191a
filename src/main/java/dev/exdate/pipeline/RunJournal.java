package dev.exdate.pipeline;

import dev.exdate.database.Database;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Writes runs and task runs to {@code exdate.run} and {@code exdate.task_run} as they happen. */
public final class RunJournal {
    private final Database database;
    private final Clock clock;

    public RunJournal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new run has started. */
    public void runStarted(UUID id, LocalDate marketDay, Instant startedAt, String version, String host)
            throws SQLException {
        String sql = """
                INSERT INTO exdate.run (id, market_day, started_at, version, host, pid, status)
                VALUES (?, ?, ?, ?, ?, ?, 'running')
                """;
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setObject(2, marketDay);
            insert.setTimestamp(3, Timestamp.from(startedAt));
            insert.setString(4, version);
            insert.setString(5, host);
            insert.setLong(6, ProcessHandle.current().pid());
            insert.executeUpdate();
        }
    }

    /** The run has ended with this status ({@link RunResult#status}) and exit code. */
    public void runEnded(UUID id, String status, int exitCode) throws SQLException {
        String sql = "UPDATE exdate.run SET ended_at = ?, status = ?, exit_code = ? WHERE id = ?";
        try (Connection connection = database.connection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setString(2, status);
            update.setInt(3, exitCode);
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    void taskStarted(UUID runId, TaskName task, Instant startedAt) throws SQLException {
        String sql = """
                INSERT INTO exdate.task_run (run_id, task, started_at, outcome) VALUES (?, ?, ?, 'running')
                """;
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, runId);
            insert.setString(2, task.id());
            insert.setTimestamp(3, Timestamp.from(startedAt));
            insert.executeUpdate();
        }
    }

    void taskEnded(UUID runId, TaskRun run) throws SQLException {
        String sql = """
                INSERT INTO exdate.task_run
                    (run_id, task, started_at, ended_at, outcome, reason, asked, read, added, changed, same, failed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (run_id, task) DO UPDATE SET
                    ended_at = excluded.ended_at, outcome = excluded.outcome, reason = excluded.reason,
                    asked = excluded.asked, read = excluded.read, added = excluded.added,
                    changed = excluded.changed, same = excluded.same, failed = excluded.failed
                """;
        Tally tally = run.tally();
        try (Connection connection = database.connection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, runId);
            upsert.setString(2, run.name().id());
            upsert.setTimestamp(3, Timestamp.from(run.startedAt()));
            upsert.setTimestamp(4, Timestamp.from(run.startedAt().plus(run.took())));
            upsert.setString(5, run.outcomeWord());
            upsert.setString(6, run.reason().orElse(null));
            upsert.setLong(7, tally.asked());
            upsert.setLong(8, tally.read());
            upsert.setLong(9, tally.added());
            upsert.setLong(10, tally.changed());
            upsert.setLong(11, tally.same());
            upsert.setLong(12, tally.failed());
            upsert.executeUpdate();
        }
    }
}
