package dev.exdate.run.text;

import dev.exdate.run.plan.Phase;
import dev.exdate.task.TaskName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The start and the end of a phase, in the lines that people grep. */
public final class PhaseText {
    private PhaseText() {}

    /** @param due the tasks that run */
    public static List<String> started(Phase phase, List<TaskName> due, boolean serial) {
        List<String> lines = new ArrayList<>(List.of(title(phase)));
        switch (phase) {
            case STEP_1 -> {
                if (due.contains(TaskName.DISCOVERY)) {
                    lines.add("📝 Command: exdate discover --validate");
                }
            }
            case STEP_2 -> {}
            case PHASE_1, PHASE_2 -> {
                lines.add("Running " + due.size() + " " + plural(phase)
                        + (serial ? " one after another..." : " in parallel..."));
                due.forEach(task -> lines.add(task.startLine()));
                lines.add("⏳ Waiting for all " + plural(phase) + " to complete...");
            }
        }
        return lines;
    }

    private static String title(Phase phase) {
        return switch (phase) {
            case STEP_1 -> "🔍 STEP 1: Symbol Discovery (Weekly)";
            case PHASE_1 -> "🔄 PHASE 1: PARALLEL WEB SCRAPING";
            case STEP_2 -> "💰 STEP 2: Main Data Update (Prices, Dividends, Companies)";
            case PHASE_2 -> "🔄 PHASE 2: PARALLEL POST-UPDATE TASKS";
        };
    }

    /** Of a phase whose tasks run side by side. */
    public static String ended(Phase phase, Duration took) {
        return "✅ All " + plural(phase) + " completed in " + took.toSeconds() + "s";
    }

    /** Above the results of the phase's tasks. */
    public static String results(Phase phase) {
        return switch (phase) {
            case PHASE_1 -> "📊 SCRAPER RESULTS:";
            case PHASE_2 -> "📊 TASK RESULTS:";
            case STEP_1, STEP_2 -> title(phase);
        };
    }

    private static String plural(Phase phase) {
        return phase == Phase.PHASE_1 ? "scrapers" : "tasks";
    }
}
