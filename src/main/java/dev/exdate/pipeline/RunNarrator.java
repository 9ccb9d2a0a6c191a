package dev.exdate.pipeline;

import dev.exdate.report.RunReports;
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

    void discoveryNotDue() {
        log.stamped("⏭️  Skipping discovery (runs weekly on Sundays)");
    }

    void step1Starts() {
        log.stamped("🔍 STEP 1: Symbol Discovery (Weekly)");
    }

    void discoveryEnded(TaskRun discovery) {
        log.stamped(ended(discovery, "✅ Discovery completed", "❌ Discovery failed"));
        reason(discovery);
        if (discovery.succeeded()) {
            log.stamped("📈 DISCOVERY METRICS:");
            block(() -> reports.discoveryMetrics(runner.context(NoTaskLog.INSTANCE)));
            log.stamped("🏷️  STEP 1b: Classify New ETFs");
        }
    }

    void classificationEnded(TaskRun classification) {
        log.stamped(ended(
                classification, "✅ ETF classification completed", "⚠️  ETF classification failed (non-critical)"));
    }

    void updateStarts() {
        starts.put(Phase.STEP_2, clock.instant());
        log.stamped("💰 STEP 2: Main Data Update (Prices, Dividends, Companies)");
    }

    void updateEnded(TaskRun update) {
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
            phaseStarts(phase);
            Cancellable progress = Multi.createFrom()
                    .ticks()
                    .startingAfter(PROGRESS_EVERY)
                    .every(PROGRESS_EVERY)
                    .subscribe()
                    .with(tick -> progress(phase));
            return work.eventually(progress::cancel).invoke(() -> phaseEnded(phase));
        });
    }

    RunResult runEnds() {
        return closing.write(
                runner.ended(), List.copyOf(times), runner.context(NoTaskLog.INSTANCE), runner.isCancelled());
    }

    private void phaseStarts(Phase phase) {
        starts.put(phase, clock.instant());
        if (phase == Phase.PHASE_1) {
            log.stamped("🔄 PHASE 1: PARALLEL WEB SCRAPING");
            log.stamped("Running 5 scrapers in parallel...");
        } else {
            log.stamped("🔄 PHASE 2: PARALLEL POST-UPDATE TASKS");
            log.stamped("Running 4 tasks in parallel...");
        }
        for (TaskName task : phase.tasks()) {
            if (!plan.left().containsKey(task)) {
                log.stamped(STARTING.getOrDefault(task, task.id()));
            }
        }
        log.stamped(
                phase == Phase.PHASE_1
                        ? "⏳ Waiting for all scrapers to complete..."
                        : "⏳ Waiting for all tasks to complete...");
    }

    private void progress(Phase phase) {
        log.stamped(phase == Phase.PHASE_1 ? "📊 Scraper Progress Update:" : "📊 Task Progress Update:");
        Map<TaskName, String> lastLines = runner.lastLines();
        for (TaskName task : phase.tasks()) {
            String last = lastLines.get(task);
            boolean done = runner.ended().stream().anyMatch(run -> run.name() == task);
            if (last != null) {
                log.stamped("  " + task.emoji() + " " + task.label() + ": " + last);
            } else if (done) {
                log.stamped("  ✅ " + task.label() + ": Complete");
            }
        }
    }

    private void phaseEnded(Phase phase) {
        Duration took = phaseTook(phase);
        boolean scrapers = phase == Phase.PHASE_1;
        log.stamped((scrapers ? "✅ All scrapers completed in " : "✅ All tasks completed in ") + took.toSeconds() + "s");
        log.stamped(scrapers ? "📊 SCRAPER RESULTS:" : "📊 TASK RESULTS:");
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
