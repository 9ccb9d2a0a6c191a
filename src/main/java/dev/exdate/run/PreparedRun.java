package dev.exdate.run;

import dev.exdate.database.DatabaseFault;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLocked;
import dev.exdate.market.TradingCalendar;
import dev.exdate.report.DatabaseReports;
import dev.exdate.report.RunReports;
import dev.exdate.run.cost.SourceRequests;
import dev.exdate.run.journal.PastRuns;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.listener.ClosingNarrator;
import dev.exdate.run.listener.LogCleanup;
import dev.exdate.run.listener.PhaseProgress;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.listener.RunListeners;
import dev.exdate.run.listener.RunNarrator;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.RunScope;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A daily run that holds the lock: it plans what to do, and does it. */
final class PreparedRun {
    private final RunResources resources;
    private final RunJournal journal;
    private final Map<TaskName, Task> tasks;
    private final TradingCalendar calendar;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long to wait for a database that does not answer */
    PreparedRun(
            RunResources resources,
            RunJournal journal,
            Map<TaskName, Task> tasks,
            TradingCalendar calendar,
            Duration patience,
            Clock clock) {
        this.resources = resources;
        this.journal = journal;
        this.tasks = tasks;
        this.calendar = calendar;
        this.patience = patience;
        this.clock = clock;
    }

    DailyRunOutcome run(ResumePlanner.Request request, DailyRunService.Manner manner)
            throws SQLException, RunLocked, DatabaseUnavailable {
        ResumePlanner.Decision decision =
                new ResumePlanner(new PastRuns(resources.lock()), journal, tasks, clock).decide(request);
        decision.lines().forEach(resources.logs().run()::stamped);
        return switch (decision) {
            case ResumePlanner.Decision.Nothing nothing ->
                new DailyRunOutcome.NotRun(
                        DailyRunOutcome.Why.NOTHING_TO_DO, nothing.lines().getFirst());
            case ResumePlanner.Decision.Go go -> carryOut(go.planned(), manner);
        };
    }

    private DailyRunOutcome carryOut(PlannedRun planned, DailyRunService.Manner manner)
            throws RunLocked, DatabaseUnavailable {
        JournaledRun.Closing<RunResult> closing = new JournaledRun(resources, journal, patience, clock)
                .run(planned, (scope, journalled) -> {
                    boolean reuse = !manner.again() && planned.failedOf().isEmpty();
                    resources.freshness().begin(planned.plan().marketDay(), reuse);
                    RunResult result = update(scope, journalled);
                    countRequests(planned.id());
                    int exitCode = resources.shutdown().exitCode().orElseGet(() -> exitCode(result, manner));
                    return new JournaledRun.Closing<>(result, result.status(), exitCode, ResultJson.of(result));
                });
        return new DailyRunOutcome.Ran(closing.result(), closing.exitCode());
    }

    /** For the estimate of a later run; without it nothing else is missing. */
    private void countRequests(UUID run) {
        try {
            new SourceRequests(resources.session().database())
                    .keep(run, resources.freshness().requests());
        } catch (SQLException e) {
            resources.logs().run().stamped("⚠️  The counts of requests could not be written: " + DatabaseFault.line(e));
        }
    }

    private RunResult update(RunScope scope, RunListener journalled) {
        RunLog log = resources.logs().run();
        RunReports reports =
                new TimedReports(new DatabaseReports(resources.session().database(), calendar), scope.cancellation());
        RunListener listeners = new RunListeners(
                List.of(
                        journalled,
                        resources.freshness(),
                        new RunNarrator(scope, reports, log),
                        new PhaseProgress(log),
                        new ClosingNarrator(log),
                        new LogCleanup(resources.logs().folder(), log)),
                log::stamped);
        TaskRunner runner = new TaskRunner(scope, tasks, resources.logs(), listeners);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new DailyUpdate(scope, runner, reports, listeners, threads, resources.freshness()::reused).run();
        }
    }

    private static int exitCode(RunResult result, DailyRunService.Manner manner) {
        if (result.criticalTaskFailed() || manner.absent().isPresent()) {
            return ExitCode.TASK_FAILED;
        }
        return manner.strict() && result.anythingWrong() ? ExitCode.STRICT : ExitCode.DONE;
    }
}
