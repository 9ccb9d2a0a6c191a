package dev.exdate.run.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exdate.finding.FindingsJson;
import dev.exdate.report.DatabaseStatus;
import dev.exdate.report.Finding;
import dev.exdate.report.FindingText;
import dev.exdate.report.ReportJson;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunResult;
import dev.exdate.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The closing report in words, the same in the run's own output and from the journal.
 *
 * @param database the content of the database
 * @param checks what the quality checks found, and new findings about the data
 * @param phases how long the phases took
 * @param reused what was not asked for again; empty if all was
 */
public record ClosingText(List<String> database, List<String> checks, List<String> phases, List<String> reused) {
    public static ClosingText of(RunResult result) {
        List<String> database = result.closing()
                .status()
                .map(DatabaseStatus::lines)
                .orElseGet(() -> error(result.closing().missing()));
        List<String> checks = new ArrayList<>();
        result.closing().findings().forEach(finding -> checks.addAll(FindingText.lines(finding)));
        checks.addAll(NewFindingsText.lines(result.closing().news()));
        List<String> phases = result.phases().stream()
                .filter(PhaseRun::timed)
                .flatMap(run -> phase(run.phase(), run.took().orElseThrow()).stream())
                .toList();
        return new ClosingText(database, checks, phases, reused(result.reused()));
    }

    /** @param report as {@code exdate.run.report} has it; what older versions stored as text is shown as it is */
    public static ClosingText stored(String report) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("exdate.run has a report that can't be read", e);
        }
        return new ClosingText(database(json), checks(json), phases(json), reused(json));
    }

    private static List<String> database(JsonNode json) {
        List<String> lines = new ArrayList<>(ReportJson.status(json.path("database"))
                .map(DatabaseStatus::lines)
                .orElse(List.of()));
        json.path("status").forEach(line -> lines.add(line.asText()));
        if (json.hasNonNull("reportError")) {
            lines.addAll(error(json.path("reportError").asText()));
        }
        return lines;
    }

    private static List<String> reused(JsonNode json) {
        SortedMap<String, Integer> reused = new TreeMap<>();
        json.path("reused")
                .properties()
                .forEach(entry -> reused.put(entry.getKey(), entry.getValue().asInt()));
        return reused(reused);
    }

    private static List<String> reused(SortedMap<String, Integer> reused) {
        if (reused.isEmpty()) {
            return List.of();
        }
        String sources = reused.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return List.of(
                "♻️  Read earlier this evening and unchanged, so not asked for again (--again asks): " + sources);
    }

    private static List<String> error(String reason) {
        return List.of("❌ Error: " + reason);
    }

    private static List<String> checks(JsonNode json) {
        List<String> lines = new ArrayList<>();
        for (JsonNode finding : json.path("findings")) {
            ReportJson.finding(finding)
                    .ifPresentOrElse(
                            known -> lines.addAll(FindingText.lines(known)), () -> lines.addAll(asStored(finding)));
        }
        lines.addAll(NewFindingsText.lines(FindingsJson.news(json.path("newFindings"))));
        return lines;
    }

    private static List<String> asStored(JsonNode finding) {
        String text = finding.path("text").asText(finding.path("code").asText());
        String action = finding.path("action").asText("");
        return action.isEmpty() ? List.of(text) : List.of(text, FindingText.indented(action));
    }

    private static List<String> phases(JsonNode json) {
        List<String> lines = new ArrayList<>();
        for (JsonNode stored : json.path("phases")) {
            String name = stored.path("phase").asText();
            Duration took = Duration.ofSeconds(stored.path("seconds").asLong());
            lines.addAll(Phase.of(name).map(phase -> phase(phase, took)).orElseGet(() -> List.of(phase(name, took))));
        }
        return lines;
    }

    /** Step 1 is not among the lines of the breakdown. */
    private static List<String> phase(Phase phase, Duration took) {
        return phase == Phase.STEP_1 ? List.of() : List.of(phase(phase.words(), took));
    }

    private static String phase(String words, Duration took) {
        return "  " + words + ": " + took.toSeconds() + "s";
    }

    /** The last line of a run, by which scripts know how it ended. */
    public static String ending(RunResult result) {
        return switch (result.status()) {
            case SUCCEEDED -> "🎉 DAILY UPDATE COMPLETED SUCCESSFULLY";
            case CANCELLED -> TaskState.CANCELLED.mark() + "DAILY UPDATE CANCELLED; `exdate run --resume` continues it";
            case RUNNING, FAILED, DEAD -> "⚠️  DAILY UPDATE COMPLETED WITH ERRORS";
        };
    }

    /** What to look at in the morning: why the run was stopped, failed and cancelled tasks, critical findings. */
    public static List<String> troubles(RunResult result) {
        List<String> lines = new ArrayList<>();
        result.stop().ifPresent(stop -> lines.add(TaskState.CANCELLED.mark() + "stopped early: " + stop.reason()));
        result.tasks().stream()
                .filter(task -> task.failed() || task.cancelled())
                .map(TaskText::trouble)
                .forEach(lines::add);
        result.closing().findings().stream()
                .filter(finding -> finding.level() == Finding.Level.CRITICAL)
                .map(FindingText::text)
                .forEach(lines::add);
        return lines;
    }
}
