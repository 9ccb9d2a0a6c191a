package dev.exdate.report;

import dev.exdate.task.TaskContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** Symbols that are new since the run's start. */
record DiscoveryMetrics(long added, List<String> byType, List<String> sample) {
    static DiscoveryMetrics read(Connection connection, TaskContext run) throws SQLException {
        String byType = """
                SELECT coalesce(type, 'unknown') AS type, count(*) AS added
                FROM public.raw_stocks WHERE created_at >= ? GROUP BY 1 ORDER BY 2 DESC, 1
                """;
        String sample = "SELECT symbol FROM public.raw_stocks WHERE created_at >= ? ORDER BY symbol LIMIT 10";
        long added = 0;
        List<String> types = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        try (PreparedStatement counts = connection.prepareStatement(byType);
                PreparedStatement names = connection.prepareStatement(sample)) {
            counts.setTimestamp(1, Timestamp.from(run.startedAt()));
            try (ResultSet row = counts.executeQuery()) {
                while (row.next()) {
                    added += row.getLong("added");
                    types.add(row.getString("type") + ": " + row.getLong("added"));
                }
            }
            names.setTimestamp(1, Timestamp.from(run.startedAt()));
            try (ResultSet row = names.executeQuery()) {
                while (row.next()) {
                    symbols.add(row.getString("symbol"));
                }
            }
        }
        return new DiscoveryMetrics(added, types, symbols);
    }

    List<String> lines() {
        if (added == 0) {
            return List.of("  ℹ️  No new symbols discovered in this run");
        }
        List<String> lines = new ArrayList<>();
        lines.add("  🆕 New symbols discovered: " + added);
        byType.forEach(type -> lines.add("     - " + type));
        lines.add("  📋 Sample new symbols: " + String.join(", ", sample));
        return lines;
    }
}
