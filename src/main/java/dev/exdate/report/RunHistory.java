package dev.exdate.report;

import dev.exdate.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs in the journal. */
public final class RunHistory {
    private final Database database;

    public RunHistory(Database database) {
        this.database = database;
    }

    /**
     * A run in one line.
     *
     * @param command {@code run} for the daily run, else the command that ran some of its tasks by themselves
     * @param endedAt empty while it runs; for a dead run its last heartbeat
     * @param exitCode empty for a run without one
     * @param starts 1, plus one for each time it was resumed
     * @param reason why it was stopped early, empty if it was not
     * @param failedTasks those that failed or were cancelled, in the order of the run
     */
    public record Entry(
            UUID id,
            String command,
            LocalDate marketDay,
            Instant startedAt,
            Optional<Instant> endedAt,
            RunStatus status,
            Optional<Integer> exitCode,
            int starts,
            String reason,
            List<String> failedTasks) {
        /** The beginning of the id, enough to name the run. */
        public String shortId() {
            return id.toString().substring(0, 8);
        }

        /** Up to its end, or to its last heartbeat. */
        public Optional<Duration> took() {
            return endedAt.map(end -> Duration.between(startedAt, end));
        }
    }

    /** The newest first. */
    public List<Entry> newest(int most) throws SQLException {
        String sql = """
                SELECT r.id, r.command, r.market_day, r.started_at, r.ended_at, r.status, r.exit_code, r.starts,
                       coalesce(r.reason, '') AS reason,
                       (SELECT array_agg(t.task ORDER BY t.started_at, t.task) FROM %s t
                        WHERE t.run_id = r.id AND t.outcome IN ('failed', 'cancelled')) AS failed
                FROM %s r ORDER BY r.started_at DESC, r.id LIMIT :most
                """.formatted(SilentRuns.TASK_RUN, SilentRuns.RUN);
        return database.reading(handle -> handle.sql(sql).bind("most", most).list(row -> entry(row)));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        int exitCode = row.getInt("exit_code");
        Optional<Integer> exit = row.wasNull() ? Optional.empty() : Optional.of(exitCode);
        java.sql.Array failed = row.getArray("failed");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("command"),
                row.getObject("market_day", LocalDate.class),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                RunStatus.of(row.getString("status")),
                exit,
                row.getInt("starts"),
                row.getString("reason"),
                failed == null ? List.of() : List.of((String[]) failed.getArray()));
    }

    /** The ids of runs with this beginning; the newest run's id for an empty text. */
    public List<UUID> beginning(String text) throws SQLException {
        String sql = """
                SELECT id FROM exdate.run WHERE starts_with(id::text, lower(:beginning))
                ORDER BY started_at DESC, id LIMIT :most
                """;
        return database.reading(handle -> handle.sql(sql)
                .bind("beginning", text)
                .bind("most", text.isEmpty() ? 1 : 3)
                .list(row -> row.getObject("id", UUID.class)));
    }

    /** Everything the journal has of one run. */
    public PastReport report(UUID run) throws SQLException {
        return database.reading(handle -> PastReport.read(handle, run));
    }
}
