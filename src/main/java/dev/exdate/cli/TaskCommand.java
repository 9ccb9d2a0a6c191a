package dev.exdate.cli;

import dev.exdate.database.RunFence;
import dev.exdate.database.RunLock;
import dev.exdate.market.TradingCalendar;
import dev.exdate.report.RunStatus;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.DeadRuns;
import dev.exdate.run.ExitCode;
import dev.exdate.run.JournaledRun;
import dev.exdate.run.RunResources;
import dev.exdate.run.Session;
import dev.exdate.run.Shutdown;
import dev.exdate.run.TaskLimits;
import dev.exdate.run.TaskRunner;
import dev.exdate.run.Tasks;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.listener.RunListeners;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.log.TaskLogs;
import dev.exdate.run.plan.CancelReason;
import dev.exdate.run.plan.PlanJson;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.settings.Settings;
import dev.exdate.task.Assignment;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import jakarta.enterprise.context.Dependent;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;

/** Runs one or more tasks by themselves, with the same lock, log and journal as the daily run. */
@Dependent
final class TaskCommand {
    private final DatabaseDoor door;
    private final Tasks tasks;
    private final RunFence fence;
    private final Settings settings;
    private final Clock clock;

    TaskCommand(DatabaseDoor door, Tasks tasks, RunFence fence, Settings settings, Clock clock) {
        this.door = door;
        this.tasks = tasks;
        this.fence = fence;
        this.settings = settings;
        this.clock = clock;
    }

    /** As the daily run asks on the New York day of now. */
    TaskOptions options() {
        return options(TradingCalendar.today(clock));
    }

    /** As the daily run asks. */
    TaskOptions options(LocalDate marketDay) {
        return TaskOptions.ofTheRun(marketDay)
                .updating(TaskOptions.Update.OF_THE_RUN.failingAbove(settings.updateFailureShare()));
    }

    /**
     * 0 if all succeeded, 1 if one failed or lacks its program, 128 plus the signal's number if a signal stopped it.
     */
    int run(String command, List<TaskName> names, TaskOptions options, PrintWriter out) throws Exception {
        return run(command, names, options, Optional.empty(), out);
    }

    /** @param absent what the person asked for and is not there: all else is done, and then it is no success */
    int run(String command, List<TaskName> names, TaskOptions options, Optional<String> absent, CommandLine line)
            throws Exception {
        int exitCode = run(command, names, options, absent, line.getOut());
        absent.ifPresent(what -> line.getErr().println("exdate: " + what));
        return exitCode;
    }

    private int run(String command, List<TaskName> names, TaskOptions options, Optional<String> absent, PrintWriter out)
            throws Exception {
        RunPlan plan = RunPlan.only(options.marketDay(), names, TaskLimits.of(settings))
                .asking(options);
        try (Shutdown ending = Shutdown.within(settings.runLimit())) {
            return ending.guarding(() -> run(command, plan, names, absent.isPresent(), out, ending));
        }
    }

    private int run(
            String command, RunPlan plan, List<TaskName> names, boolean incomplete, PrintWriter out, Shutdown ending)
            throws Exception {
        LogFolder logs = new LogFolder(settings.logFolder(), clock, settings.redaction());
        out.println(door.shown());
        Session session = door.open();
        try (RunLock lock = RunLock.take(session.address(), settings.databasePatience());
                RunLog log = logs.noRunLog()) {
            session.migrate();
            new DeadRuns(lock).mark();
            RunJournal journal = new RunJournal(lock, clock);
            fence.set(journal.right());
            TaskLogs taskLogs = new TaskLogs(logs, log, out);
            Map<TaskName, Task> made = tasks.ofARun(taskLogs::notice);
            RunResources resources = new RunResources(session, lock, ending, taskLogs, tasks.freshness());
            return new JournaledRun(resources, journal, settings.databasePatience(), clock)
                    .run(planned(command, plan, names, made), (scope, journalled) -> {
                        // A person who names a task wants it done, whatever was read before.
                        tasks.freshness().begin(plan.marketDay(), false);
                        RunListener listener = new RunListeners(List.of(journalled, tasks.freshness()), log::stamped);
                        TaskRunner runner = new TaskRunner(scope, made, taskLogs, listener);
                        List<TaskRun> ended = runner.runAlone(names);
                        boolean allWell = !incomplete
                                && ended.stream().noneMatch(run -> run.failed() || run.cancelled() || run.lacking());
                        int exitCode = ending.exitCode().orElse(allWell ? ExitCode.DONE : ExitCode.TASK_FAILED);
                        RunStatus status = ending.stopped()
                                .map(CancelReason::status)
                                .orElse(allWell ? RunStatus.SUCCEEDED : RunStatus.FAILED);
                        return new JournaledRun.Closing<>(ended, status, exitCode, null);
                    })
                    .exitCode();
        }
    }

    private PlannedRun planned(String command, RunPlan plan, List<TaskName> names, Map<TaskName, Task> made)
            throws SQLException {
        Map<TaskName, Assignment> assignments = RunTasks.map();
        for (TaskName name : names) {
            Task task = made.get(name);
            if (task != null) {
                assignments.put(name, PlanJson.assignment(task.window(plan.options())));
            }
        }
        return new PlannedRun(
                UUID.randomUUID(),
                command,
                clock.instant(),
                false,
                plan.assigning(assignments),
                Optional.empty(),
                List.copyOf(names));
    }
}
