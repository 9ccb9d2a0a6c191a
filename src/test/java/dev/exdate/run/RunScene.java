package dev.exdate.run;

import dev.exdate.database.TestDatabase;
import dev.exdate.market.TradingCalendar;
import dev.exdate.report.DatabaseReports;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.journal.RunStart;
import dev.exdate.run.listener.ClosingNarrator;
import dev.exdate.run.listener.JournalListener;
import dev.exdate.run.listener.LogCleanup;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.listener.RunListeners;
import dev.exdate.run.listener.RunNarrator;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.log.TaskLogs;
import dev.exdate.run.plan.CancelReason;
import dev.exdate.run.plan.Cancellation;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.RunScope;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.settings.Redaction;
import dev.exdate.settings.Secret;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A whole run of tasks that do as a test says, on a real database and with real logs. */
final class RunScene implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** What a task does. */
    interface Body {
        TaskOutcome run(TaskContext context) throws Exception;
    }

    /** The tasks that started, in that order. */
    final List<TaskName> started = new CopyOnWriteArrayList<>();

    final TestDatabase database = TestDatabase.fresh();
    final StringWriter terminal = new StringWriter();
    private final Map<TaskName, Body> bodies = RunTasks.map();
    private final Cancellation cancellation = new Cancellation();
    private final Path folder;

    RunScene(Path folder) {
        this.folder = folder;
    }

    static RunPlan plan(boolean discover, Map<TaskName, String> left, boolean serial, boolean backupLast) {
        return new RunPlan(DAY, discover, left, serial, backupLast, Map.of());
    }

    static RunPlan wholePlan() {
        return plan(true, Map.of(), false, false);
    }

    void does(TaskName task, Body body) {
        bodies.put(task, body);
    }

    void fails(TaskName... tasks) {
        for (TaskName task : tasks) {
            does(task, context -> {
                throw new TaskFailed(task.id() + " is broken", new Tally(5, 0, 0, 0, 0, 5));
            });
        }
    }

    /** The run is told to stop while this task works, which then never ends by itself. */
    void isCancelledIn(TaskName task) {
        does(task, context -> {
            cancellation.cancel(new CancelReason(CancelReason.Kind.SIGNAL, "SIGTERM"));
            new CountDownLatch(1).await();
            throw new IllegalStateException();
        });
    }

    RunResult run(RunPlan plan, RunListener... more) throws Exception {
        LogFolder logs = new LogFolder(Optional.of(folder), CLOCK, new Redaction(List.of(new Secret("s3cret"))));
        RunJournal journal = new RunJournal(database, CLOCK);
        RunScope scope = new RunScope(UUID.randomUUID(), NOW, plan, cancellation, CLOCK);
        RunStart.Versions versions = new RunStart.Versions("test", "15");
        RunStart start = new RunStart(scope.id(), "run", DAY, NOW, false, "{}", versions, "host");
        journal.runStarts(start, RunTasks.ALL, plan);
        DatabaseReports reports = new DatabaseReports(database, new TradingCalendar());
        try (RunLog log = logs.openRunLog(new PrintWriter(terminal, true));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<RunListener> told = new ArrayList<>(List.of(more));
            told.add(new JournalListener(journal, scope.id(), log::stamped));
            told.add(new RunNarrator(scope, reports, log));
            told.add(new ClosingNarrator(log));
            told.add(new LogCleanup(logs, log));
            RunListeners listeners = new RunListeners(told, log::stamped);
            TaskRunner runner = new TaskRunner(scope, tasks(), new TaskLogs(logs, log, null), listeners);
            RunResult result = new DailyUpdate(scope, runner, reports, listeners, threads, TreeMap::new).run();
            journal.runEnded(scope.id(), result.status(), 0, "", ResultJson.of(result));
            return result;
        }
    }

    private Map<TaskName, Task> tasks() {
        Map<TaskName, Task> tasks = RunTasks.map();
        for (TaskName name : RunTasks.ALL) {
            tasks.put(name, new Task() {
                @Override
                public TaskName name() {
                    return name;
                }

                @Override
                public TaskOutcome run(TaskContext context) throws Exception {
                    started.add(name);
                    context.log().line("working on " + name.id());
                    return bodies.getOrDefault(name, any -> new TaskOutcome.Succeeded(new Tally(1, 2, 3, 0, 0, 0)))
                            .run(context);
                }
            });
        }
        return tasks;
    }

    /** The run's own log. */
    String log() throws Exception {
        return Files.readString(folder.resolve("daily_update_v3_20261123.log"));
    }

    @Override
    public void close() {
        database.close();
    }
}
