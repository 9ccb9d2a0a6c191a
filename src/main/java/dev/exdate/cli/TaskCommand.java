package dev.exdate.cli;

import dev.exdate.database.FencedDatabase;
import dev.exdate.database.RunLock;
import dev.exdate.market.TradingCalendar;
import dev.exdate.run.DeadRuns;
import dev.exdate.run.ExitCode;
import dev.exdate.run.JournaledRun;
import dev.exdate.run.Session;
import dev.exdate.run.Shutdown;
import dev.exdate.run.TaskCatalog;
import dev.exdate.run.TaskLimits;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.CancelReason;
import dev.exdate.run.plan.PlanJson;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.TaskOptions;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.settings.Settings;
import dev.exdate.task.Assignment;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One or some tasks of the run by themselves, under the same lock, with the same log and journal. */
final class TaskCommand {
    private final Settings settings;
    private final Clock clock;
    private final PrintWriter out;

    TaskCommand(Settings settings, Clock clock, PrintWriter out) {
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    /** The New York day now. */
    static LocalDate marketDay(Clock clock) {
        return LocalDate.now(clock.withZone(TradingCalendar.NEW_YORK));
    }

    /** 0 when all succeeded, 1 when one failed or lacks its program, 128 and the signal's number when it was ended by one. */
    int run(String command, List<TaskName> tasks, TaskOptions options) throws Exception {
        RunPlan plan = RunPlan.only(options.marketDay(), tasks, TaskLimits.of(settings))
                .accepting(options.accepted());
        try (Shutdown ending = Shutdown.within(settings.runLimit())) {
            return ending.guarding(() -> run(command, plan, tasks, options, ending));
        }
    }

    private int run(String command, RunPlan plan, List<TaskName> tasks, TaskOptions options, Shutdown ending)
            throws Exception {
        LogFolder logs = new LogFolder(settings.logFolder(), clock, settings.redaction());
        try (Session session = Session.open(settings, clock);
                RunLock lock = RunLock.take(session.address(), settings.databasePatience());
                RunLog log = logs.noRunLog()) {
            session.migrate();
            new DeadRuns(lock).markAsHolder();
            RunJournal journal = new RunJournal(lock, clock);
            FencedDatabase database = new FencedDatabase(session.database(), journal.right());
            Map<TaskName, Task> catalog =
                    new TaskCatalog(session, database, settings, new TradingCalendar(), clock).tasks(options);
            return new JournaledRun(session, lock, journal, settings, ending, clock)
                    .run(planned(command, plan, tasks, options, catalog), catalog, logs, log, out, runner -> {
                        List<TaskRun> ended = runner.runAlone(tasks);
                        boolean allWell =
                                ended.stream().noneMatch(run -> run.failed() || run.cancelled() || run.lacking());
                        int exitCode = ending.exitCode().orElse(allWell ? ExitCode.DONE : ExitCode.TASK_FAILED);
                        String status = ending.stopped()
                                        .filter(stop -> stop.kind() == CancelReason.Kind.SIGNAL)
                                        .isPresent()
                                ? "cancelled"
                                : allWell ? "succeeded" : "failed";
                        return new JournaledRun.Closing<>(ended, status, exitCode, null);
                    })
                    .exitCode();
        }
    }

    private PlannedRun planned(
            String command, RunPlan plan, List<TaskName> tasks, TaskOptions options, Map<TaskName, Task> catalog)
            throws SQLException {
        Map<TaskName, Assignment> assignments = new EnumMap<>(TaskName.class);
        for (TaskName task : tasks) {
            Task asked = catalog.get(task);
            if (asked != null) {
                assignments.put(task, PlanJson.assignment(asked.window(options.marketDay())));
            }
        }
        return new PlannedRun(
                UUID.randomUUID(),
                command,
                clock.instant(),
                false,
                plan.assigning(assignments),
                options,
                Optional.empty(),
                List.copyOf(tasks));
    }
}
