package dev.exdate.schedule;

import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the schedule of a database has started and will start, in {@code exdate.schedule}. */
public final class ScheduleJournal {
    private final Database database;

    public ScheduleJournal(Database database) {
        this.database = database;
    }

    /**
     * A schedule begins and replaces the previous one.
     *
     * @param nextStart empty when there is none
     * @return the next start of the previous one, if it had the same times
     */
    public Optional<Instant> begins(String cron, String host, Instant at, Optional<Instant> nextStart)
            throws SQLException {
        String sql = """
                INSERT INTO exdate.schedule (cron, host, pid, began_at, next_start_at) VALUES (:cron, :host, :pid, :at, :next)
                ON CONFLICT (only_one) DO UPDATE SET
                    cron = excluded.cron, host = excluded.host, pid = excluded.pid, began_at = excluded.began_at,
                    next_start_at = excluded.next_start_at, ended_at = NULL
                """;
        return database.inTransaction(handle -> {
            Optional<Instant> ahead = startAhead(handle, cron);
            handle.sql(sql)
                    .bind("cron", cron)
                    .bind("host", host)
                    .bind("pid", ProcessHandle.current().pid())
                    .bind("at", at)
                    .bind("next", nextStart.orElse(null))
                    .execute();
            return ahead;
        });
    }

    private static Optional<Instant> startAhead(Handle handle, String cron) throws SQLException {
        return handle.sql("SELECT next_start_at FROM exdate.schedule WHERE cron = :cron FOR UPDATE")
                .bind("cron", cron)
                .first(row -> row.getTimestamp(1).toInstant());
    }

    /** A run starts now. */
    public void runStarts(Instant at, Optional<Instant> nextStart) throws SQLException {
        update(
                "UPDATE exdate.schedule SET last_start_at = :at, last_exit_code = NULL, next_start_at = :next",
                update -> update.bind("at", at).bind("next", nextStart.orElse(null)));
    }

    /** The run that was started has ended. */
    public void runEnded(int exitCode, Optional<Instant> nextStart) throws SQLException {
        update(
                "UPDATE exdate.schedule SET last_exit_code = :exit, next_start_at = :next",
                update -> update.bind("exit", exitCode).bind("next", nextStart.orElse(null)));
    }

    /** A start did not happen when it was due. */
    public void missed(Instant due, String reason, Optional<Instant> nextStart) throws SQLException {
        update(
                "UPDATE exdate.schedule SET missed_at = :due, missed_reason = :reason, next_start_at = :next",
                update -> update.bind("due", due).bind("reason", reason).bind("next", nextStart.orElse(null)));
    }

    /** The schedule that began then has ended; a schedule that has replaced it is unchanged. */
    public void ends(Instant began, Instant at) throws SQLException {
        update(
                "UPDATE exdate.schedule SET ended_at = :at WHERE began_at = :began",
                update -> update.bind("at", at).bind("began", began));
    }

    private void update(String sql, UnaryOperator<Sql> bound) throws SQLException {
        database.inTransaction(handle -> bound.apply(handle.sql(sql)).execute());
    }
}
