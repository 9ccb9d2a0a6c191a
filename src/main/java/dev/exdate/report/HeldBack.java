package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.task.TaskContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that guards held back in a run, as one finding. */
final class HeldBack {
    private HeldBack() {}

    /** Empty if nothing was held back. */
    static Optional<Finding> read(Handle handle, TaskContext run) throws SQLException {
        String sql = """
                SELECT task, count(*) AS units, (array_agg(reason ORDER BY unit))[1] AS reason
                FROM exdate.failed_unit
                WHERE run_id = :run AND healed_at IS NULL AND reason LIKE '%held back (%'
                GROUP BY task ORDER BY task
                """;
        List<OfTask> held = handle.sql(sql)
                .bind("run", run.runId())
                .list(row -> new OfTask(row.getString("task"), row.getLong("units"), row.getString("reason")));
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Code.HELD_BACK,
                        Finding.Level.WARNING,
                        held.stream().collect(Collectors.toMap(OfTask::task, OfTask::units)),
                        held.getFirst().reason()));
    }

    private record OfTask(String task, long units, String reason) {}
}
