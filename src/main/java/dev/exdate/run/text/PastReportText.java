package dev.exdate.run.text;

import dev.exdate.market.EasternTime;
import dev.exdate.report.PastReport;
import dev.exdate.report.RunStatus;
import dev.exdate.run.plan.Durations;
import dev.exdate.run.plan.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A run's report from the journal, in the words of the report that the run itself printed. */
public final class PastReportText {
    private final PastReport report;
    private final PastTaskText tasks;
    private final List<String> lines = new ArrayList<>();

    /** @param all whether every unit that failed is listed */
    public PastReportText(PastReport report, boolean all) {
        this.report = report;
        this.tasks = new PastTaskText(report.failedUnits(), all);
    }

    public List<String> lines() {
        head();
        for (Phase phase : Phase.values()) {
            tasks(phase);
        }
        report.run().reportJson().map(ClosingText::stored).ifPresent(this::closing);
        end();
        return List.copyOf(lines);
    }

    private void head() {
        PastReport.Run run = report.run();
        lines.add(Titles.WIDE_RULER);
        lines.add("📋 %s of %s: %s%s"
                .formatted(
                        run.command().equals("run") ? "DAILY UPDATE" : "exdate " + run.command(),
                        run.marketDay(),
                        run.status().id(),
                        run.exitCode().map(code -> " (exit " + code + ")").orElse("")));
        lines.add(Titles.WIDE_RULER);
        lines.add("Run: " + run.id());
        lines.add("Started: " + EasternTime.second(run.startedAt()) + resumed(run.starts() - 1));
        run.endedAt()
                .ifPresent(end -> lines.add(
                        (run.status() == RunStatus.DEAD ? "Last heartbeat: " : "Ended: ") + EasternTime.second(end)));
        PastReport.Origin by = run.origin();
        lines.add("By: exdate %s, PostgreSQL %s, schema %s, process %d on %s"
                .formatted(by.version(), by.serverVersion(), by.schemaVersion(), by.pid(), by.host()));
        if (!run.reason().isEmpty()) {
            lines.add("🛑 " + run.reason());
        }
    }

    private static String resumed(int times) {
        return switch (times) {
            case 0 -> "";
            case 1 -> ", resumed once";
            default -> ", resumed " + times + " times";
        };
    }

    private void tasks(Phase phase) {
        List<PastReport.TaskEntry> ofPhase = phase.tasks().stream()
                .flatMap(name ->
                        report.tasks().stream().filter(task -> task.task().equals(name.id())))
                .toList();
        if (!ofPhase.isEmpty()) {
            lines.add(PhaseText.results(phase));
            ofPhase.forEach(task -> lines.addAll(tasks.lines(task)));
        }
    }

    private void closing(ClosingText closing) {
        lines.add(Titles.DATABASE);
        lines.add(Titles.RULER);
        lines.addAll(closing.database());
        lines.add(Titles.CHECKS);
        lines.add(Titles.RULER);
        lines.addAll(closing.checks());
        lines.add(Titles.PERFORMANCE);
        lines.addAll(closing.phases());
        lines.addAll(closing.reused());
    }

    private void end() {
        PastReport.Run run = report.run();
        run.endedAt()
                .ifPresent(end -> lines.add("Total execution time: "
                        + Durations.minutesAndSeconds(Duration.between(run.startedAt(), end))));
        lines.add(Titles.WIDE_RULER);
    }
}
