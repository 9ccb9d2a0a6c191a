package dev.exdate.report;

import dev.exdate.task.TaskContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What guards have held back in a run, as one finding. */
final class HeldBack {
    private HeldBack() {}

    /** Empty when everything came in. */
    static Optional<Finding> read(Connection connection, TaskContext context) throws SQLException {
        String sql = """
                SELECT task, count(*) AS units, (array_agg(reason ORDER BY unit))[1] AS reason
                FROM exdate.failed_unit
                WHERE run_id = ? AND healed_at IS NULL AND reason LIKE '%held back (%'
                GROUP BY task ORDER BY task
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, context.runId());
            List<String> tasks = new ArrayList<>();
            String first = "";
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tasks.add(row.getString("task") + " " + row.getLong("units"));
                    first = first.isEmpty() ? row.getString("reason") : first;
                }
            }
            return tasks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Finding(
                            Finding.Level.WARNING,
                            "🟡 WARNING: Held back as hardly right: %s; the first: %s"
                                    .formatted(String.join(", ", tasks), first),
                            "RECOMMENDED: Look at the source; the next run asks again, --accept lets it in"));
        }
    }
}
