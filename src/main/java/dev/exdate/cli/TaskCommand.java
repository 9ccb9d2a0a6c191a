package dev.exdate.cli;

import dev.exdate.database.RunLock;
import dev.exdate.market.TradingCalendar;
import dev.exdate.pipeline.LogFolder;
import dev.exdate.pipeline.RunJournal;
import dev.exdate.pipeline.RunLog;
import dev.exdate.pipeline.RunPlan;
import dev.exdate.pipeline.TaskRun;
import dev.exdate.pipeline.TaskRunner;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** 0 when all succeeded, 1 when one failed, 128 and the signal's number when it was ended by one. */
    int run(List<TaskName> tasks, TaskOptions options) throws Exception {
        RunPlan plan = RunPlan.only(options.marketDay(), tasks, TaskLimits.of(settings));
        LogFolder logs = new LogFolder(settings.logFolder(), clock, settings.redaction());
        try (Session session = Session.open(settings, clock);
                RunLock lock = RunLock.take(session.address());
                RunLog log = logs.noRunLog()) {
            session.migrate();
            UUID id = UUID.randomUUID();
            Instant startedAt = clock.instant();
            RunJournal journal = new RunJournal(session.database(), clock);
            journal.runStarted(id, plan.marketDay(), startedAt, Version.number(), Host.name());
            TaskRunner runner = new TaskRunner(
                    plan,
                    new TaskCatalog(session, settings, new TradingCalendar(), clock).tasks(options),
                    id,
                    startedAt,
                    journal,
                    logs,
                    log,
                    clock,
                    out);
            try (Signals signals = Signals.catching(runner::cancel)) {
                List<TaskRun> ended = runner.runAlone(tasks);
                boolean allWell = ended.stream().noneMatch(run -> run.failed() || run.cancelled());
                int exitCode = signals.exitCode().orElse(allWell ? ExitCode.DONE : ExitCode.TASK_FAILED);
                String status = signals.exitCode().isPresent() ? "cancelled" : allWell ? "succeeded" : "failed";
                journal.runEnded(id, status, exitCode);
                return exitCode;
            }
        }
    }
}
