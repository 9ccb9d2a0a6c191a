package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.task.TaskContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Symbols that are new since the run's start. */
record DiscoveryMetrics(long added, List<String> byType, List<String> sample) {
    static DiscoveryMetrics read(Handle handle, TaskContext run) throws SQLException {
        String byType = """
                SELECT coalesce(type, 'unknown') AS type, count(*) AS added
                FROM public.raw_stocks WHERE created_at >= :start GROUP BY 1 ORDER BY 2 DESC, 1
                """;
        String sample = "SELECT symbol FROM public.raw_stocks WHERE created_at >= :start ORDER BY symbol LIMIT 10";
        List<TypeCount> counts = handle.sql(byType)
                .bind("start", run.startedAt())
                .list(row -> new TypeCount(row.getString("type"), row.getLong("added")));
        long added = counts.stream().mapToLong(TypeCount::added).sum();
        List<String> types = counts.stream()
                .map(count -> count.type() + ": " + count.added())
                .toList();
        List<String> symbols = handle.sql(sample).bind("start", run.startedAt()).list(row -> row.getString(1));
        return new DiscoveryMetrics(added, types, symbols);
    }

    private record TypeCount(String type, long added) {}

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
