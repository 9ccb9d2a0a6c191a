package dev.exdate.run.journal;

import dev.exdate.database.Handle;
import dev.exdate.database.Transactions;
import dev.exdate.database.WriteFence;
import dev.exdate.market.ExDateWindow;
import dev.exdate.report.RunStatus;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.Assignment;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes runs and task runs to {@code exdate.run} and {@code exdate.task_run} as they happen. */
public final class RunJournal {
    private final Transactions database;
    private final Clock clock;
    private final WriteFence right = new WriteFence();

    /** @param database preferably the lock's own session, so that a heartbeat proves the lock */
    public RunJournal(Transactions database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The right to write that this run takes when it starts. */
    public WriteFence right() {
        return right;
    }

    /**
     * A run starts: it takes the right to write, which waits for open transactions of a run that has lost it, and
     * writes the whole plan.
     *
     * @param tasks those that may run, in the order of the plan
     */
    public void runStarts(RunStart start, List<TaskName> tasks, RunPlan plan) throws SQLException {
        database.inTransaction(handle -> {
            write(handle, start);
            right.take(handle, start.id());
            DoneUnits.forgetOld(handle);
            for (TaskName task : tasks) {
                if (!plan.finished().containsKey(task)) {
                    planned(handle, start.id(), task, plan.assignment(task));
                }
            }
            return start;
        });
    }

    private static void write(Handle handle, RunStart start) throws SQLException {
        String sql = """
                INSERT INTO exdate.run AS r
                    (id, command, market_day, started_at, version, server_version, schema_version, host, pid, plan, status,
                     heartbeat_at)
                VALUES (:id, :command, :market_day, :started_at, :version, :server_version,
                        (SELECT version FROM exdate.flyway_schema_history
                         WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1),
                        :host, :pid, :plan::jsonb, 'running', clock_timestamp())
                ON CONFLICT (id) DO UPDATE SET
                    starts = r.starts + CASE WHEN r.status = 'running' THEN 0 ELSE 1 END, status = 'running',
                    ended_at = NULL, exit_code = NULL, reason = NULL, report = NULL,
                    version = excluded.version, server_version = excluded.server_version,
                    schema_version = excluded.schema_version, host = excluded.host, pid = excluded.pid,
                    heartbeat_at = excluded.heartbeat_at
                """;
        handle.sql(sql)
                .bind("id", start.id())
                .bind("command", start.command())
                .bind("market_day", start.marketDay())
                .bind("started_at", start.startedAt())
                .bind("version", start.versions().program())
                .bind("server_version", start.versions().server())
                .bind("host", start.host())
                .bind("pid", ProcessHandle.current().pid())
                .bind("plan", start.planJson())
                .execute();
    }

    private static void planned(Handle handle, UUID run, TaskName task, Assignment assignment) throws SQLException {
        String sql = """
                INSERT INTO exdate.task_run (run_id, task, outcome, window_from, window_to)
                VALUES (:run, :task, 'planned', :from, :to)
                ON CONFLICT (run_id, task) DO UPDATE SET
                    outcome = 'planned', started_at = NULL, ended_at = NULL, reason = NULL, last_line = NULL
                """;
        handle.sql(sql)
                .bind("run", run)
                .bind("task", task.id())
                .bind("from", assignment.window().map(ExDateWindow.Span::from).orElse(null))
                .bind("to", assignment.window().map(ExDateWindow.Span::to).orElse(null))
                .execute();
    }

    /**
     * The run has ended.
     *
     * @param reason why it was stopped early; empty if it was not
     * @param report JSON for {@code exdate report}; null for none
     */
    public void runEnded(UUID id, RunStatus status, int exitCode, String reason, @Nullable String report)
            throws SQLException {
        String sql = """
                UPDATE exdate.run SET ended_at = :ended_at, status = :status, exit_code = :exit_code, reason = nullif(:reason, ''),
                    report = :report::jsonb
                WHERE id = :id
                """;
        database.inTransaction(handle -> {
            right.require(handle);
            return handle.sql(sql)
                    .bind("ended_at", clock.instant())
                    .bind("status", status.id())
                    .bind("exit_code", exitCode)
                    .bind("reason", reason)
                    .bind("report", report)
                    .bind("id", id)
                    .execute();
        });
    }

    /** @return the task's units that failed in earlier runs */
    public Set<Unit> taskStarted(UUID runId, TaskName task) throws SQLException {
        String sql = """
                INSERT INTO exdate.task_run AS t (run_id, task, started_at, outcome)
                VALUES (:run, :task, :started_at, 'running')
                ON CONFLICT (run_id, task) DO UPDATE SET
                    started_at = excluded.started_at, outcome = 'running', ended_at = NULL, reason = NULL
                """;
        return database.inTransaction(handle -> {
            right.require(handle);
            handle.sql(sql)
                    .bind("run", runId)
                    .bind("task", task.id())
                    .bind("started_at", clock.instant())
                    .execute();
            FailedUnits.forget(handle, runId, task);
            return FailedUnits.open(handle).getOrDefault(task, Set.of());
        });
    }

    public void taskEnded(UUID runId, TaskRun run, TaskNotes.Pending pending) throws SQLException {
        String sql = """
                INSERT INTO exdate.task_run
                    (run_id, task, started_at, ended_at, outcome, reason, asked, read, added, changed, same, failed, unreadable)
                VALUES (:run, :task, :started_at, :ended_at, :outcome, :reason,
                        :asked, :read, :added, :changed, :same, :failed, :unreadable)
                ON CONFLICT (run_id, task) DO UPDATE SET
                    started_at = excluded.started_at, ended_at = excluded.ended_at, outcome = excluded.outcome,
                    reason = excluded.reason, asked = excluded.asked, read = excluded.read, added = excluded.added,
                    changed = excluded.changed, same = excluded.same, failed = excluded.failed,
                    unreadable = excluded.unreadable, last_line = NULL
                """;
        database.inTransaction(handle -> {
            right.require(handle);
            TaskCounts.bind(handle.sql(sql), run.tally())
                    .bind("run", runId)
                    .bind("task", run.name().id())
                    .bind("started_at", run.startedAt())
                    .bind("ended_at", run.startedAt().plus(run.took()))
                    .bind("outcome", run.state().id())
                    .bind("reason", run.remark().orElse(null))
                    .execute();
            FailedUnits.heal(handle, runId, run.name(), pending.healed());
            FailedUnits.keep(handle, runId, run.name(), pending.failed());
            JournaledFindings.keep(handle, run.name(), pending.found());
            if (run.succeeded()) {
                JournaledFindings.settle(handle, runId, run.name());
                DoneUnits.forget(handle, runId, run.name());
            } else {
                DoneUnits.keep(handle, runId, run.name(), pending.done());
            }
            return run;
        });
    }

    /** The progress of a running task. */
    public record Progress(TaskName task, TaskNotes.Pending pending, String lastLine) {}

    /**
     * Writes a heartbeat with the progress of the running tasks, but not for a run that has ended. Tries only once,
     * because the next one comes soon.
     */
    public void beat(UUID runId, List<Progress> running) throws SQLException {
        database.inTransactionOnce(handle -> {
            right.require(handle);
            String sql = """
                    UPDATE exdate.run
                    SET heartbeat_at = clock_timestamp(), status = 'running', ended_at = NULL, reason = NULL
                    WHERE id = :run AND exit_code IS NULL
                    """;
            handle.sql(sql).bind("run", runId).execute();
            for (Progress task : running) {
                progress(handle, runId, task);
            }
            return running.size();
        });
    }

    private static void progress(Handle handle, UUID runId, Progress task) throws SQLException {
        TaskCounts.count(handle, runId, task.task(), task.pending().soFar());
        handle.sql("""
                        UPDATE exdate.task_run SET last_line = :line
                        WHERE run_id = :run AND task = :task AND outcome = 'running'
                        """)
                .bind("line", task.lastLine().replace("\0", ""))
                .bind("run", runId)
                .bind("task", task.task().id())
                .execute();
        FailedUnits.heal(handle, runId, task.task(), task.pending().healed());
        FailedUnits.keep(handle, runId, task.task(), task.pending().failed());
        DoneUnits.keep(handle, runId, task.task(), task.pending().done());
        JournaledFindings.keep(handle, task.task(), task.pending().found());
    }

    /** All units that failed and have not succeeded since, by task. */
    public Map<TaskName, Set<Unit>> openUnits() throws SQLException {
        return database.inTransaction(FailedUnits::open);
    }

    /** The same of one run only. */
    public Map<TaskName, Set<Unit>> openUnitsOf(UUID run) throws SQLException {
        return database.inTransaction(handle -> FailedUnits.openOf(handle, run));
    }
}
