package dev.exdate.run;

import dev.exdate.report.RunReports;
import dev.exdate.run.log.NoTaskLog;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says what the run does while it does it, in the lines that people grep, and measures the phases. */
public final class RunNarrator {
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    /** The update is alone, and takes up to an hour. */
    private static final Duration UPDATE_PROGRESS_EVERY = Duration.ofSeconds(60);

    private static final Map<TaskName, String> STARTING = new EnumMap<>(Map.of(
            TaskName.YIELDMAX, "📰 Starting YieldMax scraper...",
            TaskName.CBOE, "📊 Starting CBOE scraper...",
            TaskName.NASDAQ, "📈 Starting NASDAQ scraper...",
            TaskName.NYSE, "🏛️  Starting NYSE scraper...",
            TaskName.SNOWBALL, "⛄ Starting Snowball scraper...",
            TaskName.COMPANIES, "🏢 Starting company data refresh...",
            TaskName.HOLDINGS, "📊 Starting ETF holdings update...",
            TaskName.FUTURE_DIVIDENDS, "🔮 Starting future dividends update...",
            TaskName.BACKUP, "💾 Starting database backup..."));

    private final RunPlan plan;
    private final TaskRunner runner;
    private final RunReports reports;
    private final ClosingReport closing;
    private final RunLog log;
    private final Clock clock;
    private final Map<Phase, Instant> starts = new EnumMap<>(Phase.class);
    private final List<RunResult.PhaseTime> times = new ArrayList<>();
    private Cancellable updateProgress = () -> {};

    public RunNarrator(
            RunPlan plan, TaskRunner runner, RunReports reports, ClosingReport closing, RunLog log, Clock clock) {
        this.plan = plan;
        this.runner = runner;
        this.reports = reports;
        this.closing = closing;
        this.log = log;
        this.clock = clock;
    }

    void runStarts() {
        log.stamped("📊 BEFORE STATE SNAPSHOT");
        block(reports::beforeState);
    }

    void discoverySkipped(String reason) {
        log.stamped("⏭️  Skipping discovery (" + reason + ")");
    }

    void step1Starts() {
        log.stamped("🔍 STEP 1: Symbol Discovery (Weekly)");
        if (!plan.left().containsKey(TaskName.DISCOVERY)) {
            log.stamped("📝 Command: exdate discover --validate");
        }
    }

    void discoveryEnded(TaskRun discovery) {
        log.stamped(ended(discovery, "✅ Discovery completed", "❌ Discovery failed"));
        reason(discovery);
        if (discovery.succeeded()) {
            log.stamped("📈 DISCOVERY METRICS:");
            block(() -> reports.discoveryMetrics(runner.context(NoTaskLog.INSTANCE)));
        }
    }

    void classificationStarts() {
        log.stamped("🏷️  STEP 1b: Classify New ETFs");
    }

    void classificationEnded(TaskRun classification) {
        log.stamped(ended(
                classification, "✅ ETF classification completed", "⚠️  ETF classification failed (non-critical)"));
        reason(classification);
    }

    void updateStarts() {
        starts.put(Phase.STEP_2, clock.instant());
        log.stamped("💰 STEP 2: Main Data Update (Prices, Dividends, Companies)");
        updateProgress = every(UPDATE_PROGRESS_EVERY, () -> progress("📊 Update Progress:", Phase.STEP_2));
    }

    void updateEnded(TaskRun update) {
        updateProgress.cancel();
        if (update.succeeded()) {
            Duration took = phaseTook(Phase.STEP_2);
            log.stamped("✅ Data update completed in " + took.toSeconds() + "s");
            log.logOnly(log.now() + " - 📊 UPDATE METRICS:");
            metricsToLog();
        } else {
            log.stamped(ended(update, "", "❌ Data update failed"));
            reason(update);
        }
    }

    /** The phase's work between what is said before and after it; while it lasts, progress every ten seconds. */
    Uni<Void> phase(Phase phase, Uni<Void> work) {
        return Uni.createFrom().deferred(() -> {
            if (plan.toRun(phase).isEmpty()) {
                return work.invoke(() -> phaseSkipped(phase));
            }
            phaseStarts(phase);
            String title = phase == Phase.PHASE_1 ? "📊 Scraper Progress Update:" : "📊 Task Progress Update:";
            Cancellable progress = every(PROGRESS_EVERY, () -> progress(title, phase));
            return work.eventually(progress::cancel).invoke(() -> phaseEnded(phase));
        });
    }

    private static Cancellable every(Duration interval, Runnable line) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(interval)
                .every(interval)
                .subscribe()
                .with(tick -> line.run());
    }

    /** None of the phase's tasks runs; each says why. */
    void phaseSkipped(Phase phase) {
        boolean before = plan.finished().keySet().containsAll(phase.tasks());
        log.stamped("⏭️  " + phase.title() + ": Skipped" + (before ? " (" + RunPlan.DONE_BEFORE + ")" : ""));
        results(phase);
    }

    RunResult runEnds() {
        return closing.write(runner.ended(), List.copyOf(times), runner.context(NoTaskLog.INSTANCE), runner.stopped());
    }

    private void phaseStarts(Phase phase) {
        starts.put(phase, clock.instant());
        List<TaskName> tasks = plan.toRun(phase);
        boolean scrapers = phase == Phase.PHASE_1;
        log.stamped(scrapers ? "🔄 PHASE 1: PARALLEL WEB SCRAPING" : "🔄 PHASE 2: PARALLEL POST-UPDATE TASKS");
        log.stamped("Running " + tasks.size() + (scrapers ? " scrapers " : " tasks ")
                + (plan.serial() ? "one after another..." : "in parallel..."));
        tasks.forEach(task -> log.stamped(STARTING.getOrDefault(task, task.id())));
        log.stamped(scrapers ? "⏳ Waiting for all scrapers to complete..." : "⏳ Waiting for all tasks to complete...");
    }

    private void progress(String title, Phase phase) {
        log.stamped(title);
        Map<TaskName, String> lastLines = runner.lastLines();
        for (TaskName task : plan.toRun(phase)) {
            String label = task.label() + ": ";
            String last = lastLines.get(task);
            if (last != null) {
                log.stamped("  " + task.emoji() + label + last);
                continue;
            }
            runner.ended().stream()
                    .filter(run -> run.name() == task)
                    .findFirst()
                    .ifPresent(run ->
                            log.stamped("  " + ended(run, "✅ " + label + "Complete", "⚠️  " + label + "Failed")));
        }
    }

    private void phaseEnded(Phase phase) {
        Duration took = phaseTook(phase);
        boolean scrapers = phase == Phase.PHASE_1;
        log.stamped((scrapers ? "✅ All scrapers completed in " : "✅ All tasks completed in ") + took.toSeconds() + "s");
        results(phase);
    }

    private void results(Phase phase) {
        log.stamped(phase == Phase.PHASE_1 ? "📊 SCRAPER RESULTS:" : "📊 TASK RESULTS:");
        for (TaskName name : phase.tasks()) {
            runner.ended().stream().filter(run -> run.name() == name).forEach(this::resultLine);
        }
    }

    private void resultLine(TaskRun run) {
        String label = run.name().label();
        log.stamped("  " + ended(run, "✅ " + label + ": Success", "⚠️  " + label + ": Failed (non-critical)"));
        reason(run);
    }

    private void reason(TaskRun run) {
        if (run.outcome() instanceof TaskOutcome.Failed failed) {
            log.stamped("     reason: " + failed.reason());
        }
        run.leftOut().ifPresent(what -> log.stamped("     left out: " + what));
    }

    private static String ended(TaskRun run, String success, String failure) {
        String label = run.name().label();
        return switch (run.outcome()) {
            case TaskOutcome.Succeeded ignored -> success;
            case TaskOutcome.Failed ignored -> failure;
            case TaskOutcome.Skipped skipped -> "⏭️  " + label + ": Skipped (" + skipped.reason() + ")";
            case TaskOutcome.Cancelled stopped -> "🛑 " + label + ": Cancelled (" + stopped.reason() + ")";
        };
    }

    private Duration phaseTook(Phase phase) {
        Duration took = Duration.between(starts.getOrDefault(phase, clock.instant()), clock.instant());
        times.add(new RunResult.PhaseTime(phase, took));
        return took;
    }

    private void metricsToLog() {
        try {
            reports.updateMetrics(runner.context(NoTaskLog.INSTANCE)).forEach(log::logOnly);
        } catch (SQLException e) {
            log.logOnly("EXIT_CODE:WARNING:Failed to fetch update metrics");
        }
    }

    private void block(Block lines) {
        try {
            lines.read().forEach(log::plain);
        } catch (SQLException e) {
            log.stamped("⚠️  these figures can't be read: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Block {
        List<String> read() throws SQLException;
    }
}
