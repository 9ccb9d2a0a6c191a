package dev.exdate.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The newest run with its tasks, and how fresh each kind of data is, as lines. */
record LastRun(List<String> lines) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("America/New_York"));

    static LastRun read(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        String run = """
                SELECT id, started_at, ended_at, status, exit_code, market_day, host
                FROM exdate.run ORDER BY started_at DESC LIMIT 1
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(run)) {
            if (!row.next()) {
                return new LastRun(List.of("🕐 No run yet"));
            }
            lines.add("🕐 Last run: %s (New York) for %s on %s: %s"
                    .formatted(
                            stamp(row, "started_at"),
                            row.getString("market_day"),
                            row.getString("host"),
                            row.getString("status")
                                    + (row.getTimestamp("ended_at") == null
                                            ? ""
                                            : ", ended " + stamp(row, "ended_at") + ", exit "
                                                    + row.getInt("exit_code"))));
            tasks(connection, row.getObject("id", UUID.class), lines);
        }
        freshness(connection, lines);
        return new LastRun(lines);
    }

    private static void tasks(Connection connection, UUID run, List<String> lines) throws SQLException {
        String sql = """
                SELECT task, outcome, reason, extract(epoch FROM ended_at - started_at)::bigint AS seconds, read, added,
                       changed
                FROM exdate.task_run WHERE run_id = ? AND outcome NOT IN ('skipped', 'planned') ORDER BY started_at, task
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, run);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String outcome = row.getString("outcome");
                    String reason = row.getString("reason");
                    lines.add("   %s %-16s %-9s %5ds  read %,d, new %,d, changed %,d%s"
                            .formatted(
                                    switch (outcome) {
                                        case "succeeded" -> "✅";
                                        case "failed" -> "❌";
                                        case "running" -> "⏳";
                                        default -> "🛑";
                                    },
                                    row.getString("task"),
                                    outcome,
                                    row.getLong("seconds"),
                                    row.getLong("read"),
                                    row.getLong("added"),
                                    row.getLong("changed"),
                                    reason == null ? "" : "  " + reason));
                }
            }
        }
    }

    private static void freshness(Connection connection, List<String> lines) throws SQLException {
        String sql = """
                SELECT kind, count(*) FILTER (WHERE last_success_at IS NOT NULL) AS read,
                       count(*) FILTER (WHERE last_outcome = 'failed') AS failing, max(last_success_at) AS newest,
                       percentile_disc(0.5) WITHIN GROUP (ORDER BY last_success_at) AS middle
                FROM exdate.freshness GROUP BY kind ORDER BY kind
                """;
        lines.add("");
        lines.add("⏳ FRESHNESS (New York time):");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                lines.add(
                        "  %-10s %,7d symbols read, half of them since %s, the last one %s; %,d failed when last asked"
                                .formatted(
                                        row.getString("kind"),
                                        row.getLong("read"),
                                        stamp(row, "middle"),
                                        stamp(row, "newest"),
                                        row.getLong("failing")));
            }
        }
        lines.add("");
    }

    private static String stamp(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? "never" : STAMP.format(Instant.ofEpochMilli(at.getTime()));
    }
}
