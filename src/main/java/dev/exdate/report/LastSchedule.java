package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.market.EasternTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The past and next starts of {@code exdate schedule}, as lines; none if it was never used. */
record LastSchedule(List<String> lines) {
    /** A start that is late by more than this has been missed. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    static LastSchedule read(Handle handle, Instant now) throws SQLException {
        String sql = """
                SELECT cron, host, pid, ended_at, next_start_at, last_start_at, last_exit_code, missed_at, missed_reason
                FROM exdate.schedule
                """;
        return new LastSchedule(handle.sql(sql).first(row -> lines(row, now)).orElse(List.of()));
    }

    private static List<String> lines(ResultSet row, Instant now) throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.add("🗓️  Schedule \"%s\" (New York time) of process %d on %s: %s"
                .formatted(row.getString("cron"), row.getLong("pid"), row.getString("host"), ahead(row, now)));
        last(row).ifPresent(lines::add);
        missed(row).ifPresent(lines::add);
        return lines;
    }

    private static String ahead(ResultSet row, Instant now) throws SQLException {
        Optional<Instant> ended = instant(row, "ended_at");
        Optional<Instant> next = instant(row, "next_start_at");
        if (ended.isPresent()) {
            return "ended " + EasternTime.weekday(ended.get()) + "; no run will start";
        }
        if (next.isEmpty()) {
            return "no further start";
        }
        boolean overdue = next.get().plus(ON_ITS_WAY).isBefore(now);
        return overdue
                ? "❌ no run was started at " + EasternTime.weekday(next.get())
                        + "; `exdate schedule` is no longer running"
                : "next start " + EasternTime.weekday(next.get());
    }

    private static Optional<String> last(ResultSet row) throws SQLException {
        Optional<Instant> start = instant(row, "last_start_at");
        if (start.isEmpty()) {
            return Optional.empty();
        }
        int exitCode = row.getInt("last_exit_code");
        String end = row.wasNull() ? "its end was not recorded" : "ended with exit code " + exitCode;
        return Optional.of("   last start " + EasternTime.weekday(start.get()) + ", " + end);
    }

    private static Optional<String> missed(ResultSet row) throws SQLException {
        String reason = row.getString("missed_reason");
        return instant(row, "missed_at")
                .map(due -> "   ⚠️  missed the start of " + EasternTime.weekday(due) + ": " + reason);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
