package dev.exdate.schedule;

import dev.exdate.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the schedule of a database has started and will start, in {@code exdate.schedule}. */
public final class ScheduleJournal {
    private final Database database;

    public ScheduleJournal(Database database) {
        this.database = database;
    }

    /**
     * A schedule begins and takes the place of the one before.
     *
     * @param nextStart empty when there is none
     * @return the start that the one before had ahead, when it had the same times
     */
    public Optional<Instant> begins(String cron, String host, Instant at, Optional<Instant> nextStart)
            throws SQLException {
        String sql = """
                INSERT INTO exdate.schedule (cron, host, pid, began_at, next_start_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (only_one) DO UPDATE SET
                    cron = excluded.cron, host = excluded.host, pid = excluded.pid, began_at = excluded.began_at,
                    next_start_at = excluded.next_start_at, ended_at = NULL
                """;
        return database.inTransaction(connection -> {
            Optional<Instant> ahead = startAhead(connection, cron);
            try (PreparedStatement upsert = connection.prepareStatement(sql)) {
                upsert.setString(1, cron);
                upsert.setString(2, host);
                upsert.setLong(3, ProcessHandle.current().pid());
                upsert.setTimestamp(4, Timestamp.from(at));
                upsert.setTimestamp(5, orNull(nextStart));
                upsert.executeUpdate();
            }
            return ahead;
        });
    }

    private static Optional<Instant> startAhead(Connection connection, String cron) throws SQLException {
        String sql = "SELECT next_start_at FROM exdate.schedule WHERE cron = ? FOR UPDATE";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, cron);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)
                        : Optional.empty();
            }
        }
    }

    /** A run starts now. */
    public void runStarts(Instant at, Optional<Instant> nextStart) throws SQLException {
        update("UPDATE exdate.schedule SET last_start_at = ?, last_exit_code = NULL, next_start_at = ?", update -> {
            update.setTimestamp(1, Timestamp.from(at));
            update.setTimestamp(2, orNull(nextStart));
        });
    }

    /** The run that was started has ended. */
    public void runEnded(int exitCode, Optional<Instant> nextStart) throws SQLException {
        update("UPDATE exdate.schedule SET last_exit_code = ?, next_start_at = ?", update -> {
            update.setInt(1, exitCode);
            update.setTimestamp(2, orNull(nextStart));
        });
    }

    /** The start that was due then did not happen then. */
    public void missed(Instant due, String reason, Optional<Instant> nextStart) throws SQLException {
        update("UPDATE exdate.schedule SET missed_at = ?, missed_reason = ?, next_start_at = ?", update -> {
            update.setTimestamp(1, Timestamp.from(due));
            update.setString(2, reason);
            update.setTimestamp(3, orNull(nextStart));
        });
    }

    /** The schedule that began then has ended; one that has taken its place is left alone. */
    public void ends(Instant began, Instant at) throws SQLException {
        update("UPDATE exdate.schedule SET ended_at = ? WHERE began_at = ?", update -> {
            update.setTimestamp(1, Timestamp.from(at));
            update.setTimestamp(2, Timestamp.from(began));
        });
    }

    private void update(String sql, Values values) throws SQLException {
        database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                values.bindTo(update);
                return update.executeUpdate();
            }
        });
    }

    private static @Nullable Timestamp orNull(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }

    private interface Values {
        void bindTo(PreparedStatement update) throws SQLException;
    }
}
