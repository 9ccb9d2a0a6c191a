package dev.exdate.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exdate.market.TradingCalendar;
import dev.exdate.report.PastReport;
import dev.exdate.run.plan.Phase;
import dev.exdate.task.TaskName;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run's report from the journal, in the words of the report that the run itself printed. */
public final class PastReportText {
    private static final String WIDE_RULER = "=".repeat(81);
    private static final String RULER = "=".repeat(60);
    private static final int SHOWN = 5;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(TradingCalendar.NEW_YORK);

    private final PastReport report;
    private final boolean all;
    private final List<String> lines = new ArrayList<>();

    /** @param all whether every unit that failed is listed */
    public PastReportText(PastReport report, boolean all) {
        this.report = report;
        this.all = all;
    }

    public List<String> lines() {
        head();
        for (Phase phase : Phase.values()) {
            tasks(phase);
        }
        report.run().reportJson().ifPresent(this::closing);
        end();
        return List.copyOf(lines);
    }

    private void head() {
        PastReport.Run run = report.run();
        lines.add(WIDE_RULER);
        lines.add("📋 %s of %s: %s%s"
                .formatted(
                        run.command().equals("run") ? "DAILY UPDATE" : "exdate " + run.command(),
                        run.marketDay(),
                        run.status(),
                        run.exitCode().map(code -> " (exit " + code + ")").orElse("")));
        lines.add(WIDE_RULER);
        lines.add("Run: " + run.id());
        lines.add("Started: " + STAMP.format(run.startedAt()) + " (New York)"
                + (run.starts() > 1 ? ", and gone on with " + (run.starts() - 1) + " time(s)" : ""));
        run.endedAt()
                .ifPresent(end -> lines.add(
                        (run.status().equals("dead") ? "Last sign of life: " : "Ended: ") + STAMP.format(end)));
        lines.add("By: exdate %s, PostgreSQL %s, schema %s, process %d on %s"
                .formatted(run.version(), run.serverVersion(), run.schemaVersion(), run.pid(), run.host()));
        if (!run.reason().isEmpty()) {
            lines.add("🛑 " + run.reason());
        }
    }

    private void tasks(Phase phase) {
        List<PastReport.TaskEntry> ofPhase = phase.tasks().stream()
                .flatMap(name ->
                        report.tasks().stream().filter(task -> task.task().equals(name.id())))
                .toList();
        if (ofPhase.isEmpty()) {
            return;
        }
        lines.add(
                switch (phase) {
                    case STEP_1 -> "🔍 STEP 1: Symbol Discovery (Weekly)";
                    case PHASE_1 -> "📊 SCRAPER RESULTS:";
                    case STEP_2 -> "💰 STEP 2: Main Data Update (Prices, Dividends, Companies)";
                    case PHASE_2 -> "📊 TASK RESULTS:";
                });
        ofPhase.forEach(this::task);
    }

    private void task(PastReport.TaskEntry task) {
        TaskName name = TaskName.of(task.task()).orElseThrow();
        String word = switch (task.outcome()) {
            case "succeeded" -> "✅ " + name.label() + ": Success";
            case "failed" ->
                name.critical() ? "❌ " + name.label() + ": Failed" : "⚠️  " + name.label() + ": Failed (non-critical)";
            case "skipped" -> "⏭️  " + name.label() + ": Skipped (" + task.reason() + ")";
            case "cancelled" -> "🛑 " + name.label() + ": Cancelled (" + task.reason() + ")";
            case "running" -> "⏳ " + name.label() + ": Running: " + task.lastLine();
            default -> "🕐 " + name.label() + ": Not begun";
        };
        lines.add("  " + word + took(task));
        if (task.outcome().equals("failed")) {
            lines.add("     reason: " + task.reason());
        } else if (task.outcome().equals("succeeded") && !task.reason().isEmpty()) {
            lines.add("     " + task.reason());
        }
        if (!task.outcome().equals("skipped") && task.asked() + task.read() > 0) {
            lines.add("     asked %,d, read %,d, new %,d, changed %,d, same %,d, failed %,d"
                    .formatted(task.asked(), task.read(), task.added(), task.changed(), task.same(), task.failed()));
        }
        failedUnits(task.task());
    }

    private static String took(PastReport.TaskEntry task) {
        if (task.startedAt().isEmpty()
                || task.endedAt().isEmpty()
                || task.outcome().equals("skipped")) {
            return "";
        }
        return " in "
                + Duration.between(task.startedAt().get(), task.endedAt().get()).toSeconds() + "s";
    }

    private void failedUnits(String task) {
        List<PastReport.FailedUnit> failed = report.failedUnits().stream()
                .filter(unit -> unit.task().equals(task))
                .toList();
        if (failed.isEmpty()) {
            return;
        }
        long missing = failed.stream().filter(unit -> !unit.healed()).count();
        lines.add("     asked for in vain: %,d, of these had since: %,d%s"
                .formatted(
                        failed.size(),
                        failed.size() - missing,
                        missing == 0 ? "" : "; `exdate run --only-failed` asks again"));
        int shown = all ? failed.size() : Math.min(SHOWN, failed.size());
        for (PastReport.FailedUnit unit : failed.subList(0, shown)) {
            lines.add("       %s %s %s: %s"
                    .formatted(unit.healed() ? "✅" : "❌", unit.kind(), unit.unit(), unit.reason()));
        }
        if (shown < failed.size()) {
            lines.add("       and %,d more (--all lists them)".formatted(failed.size() - shown));
        }
    }

    private void closing(String text) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("exdate.run has a report that can't be read", e);
        }
        lines.add("📊 FINAL DATABASE STATUS REPORT");
        lines.add(RULER);
        json.path("status").forEach(line -> lines.add(line.asText()));
        if (json.hasNonNull("reportError")) {
            lines.add("❌ Error: " + json.path("reportError").asText());
        }
        lines.add("🔍 ERROR DETECTION & DATA QUALITY CHECKS");
        lines.add(RULER);
        for (JsonNode finding : json.path("findings")) {
            lines.add(finding.path("text").asText());
            Optional.of(finding.path("action").asText(""))
                    .filter(action -> !action.isEmpty())
                    .ifPresent(action -> lines.add("   " + action));
        }
        lines.add("⚡ PERFORMANCE BREAKDOWN:");
        for (JsonNode phase : json.path("phases")) {
            lines.add("  " + phase.path("phase").asText() + ": "
                    + phase.path("seconds").asLong() + "s");
        }
    }

    private void end() {
        Instant started = report.run().startedAt();
        report.run().endedAt().ifPresent(end -> {
            Duration took = Duration.between(started, end);
            lines.add("Total execution time: " + took.toMinutes() + "m " + took.toSecondsPart() + "s");
        });
        lines.add(WIDE_RULER);
    }
}
