package dev.exdate.run.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.market.ExDateWindow;
import dev.exdate.task.Assignment;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A run's plan as the journal keeps it in {@code exdate.run.plan}. */
public final class PlanJson {
    private PlanJson() {}

    /**
     * What a later start needs of the first one's plan.
     *
     * @param plan without assignments
     * @param windows the days each task asks for
     */
    public record Kept(RunPlan plan, Map<TaskName, ExDateWindow.Span> windows, Optional<UUID> failedOf) {}

    public static String of(PlannedRun planned) {
        RunPlan plan = planned.plan();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("marketDay", plan.marketDay().toString());
        json.put("discover", plan.discover());
        json.put("serial", plan.serial());
        json.put("backupLast", plan.backupLast());
        ArrayNode tasks = json.putArray("tasks");
        planned.tasks().forEach(task -> tasks.add(task.id()));
        ObjectNode left = json.putObject("left");
        plan.left().forEach((task, reason) -> left.put(task.id(), reason));
        ObjectNode windows = json.putObject("windows");
        plan.assignments()
                .forEach((task, assignment) -> assignment
                        .window()
                        .ifPresent(
                                span -> windows.put(task.id(), Unit.window(span).name())));
        planned.failedOf().ifPresent(run -> json.put("failedOf", run.toString()));
        options(json.putObject("options"), plan.options());
        return json.toString();
    }

    private static void options(ObjectNode json, TaskOptions options) {
        json.put("validate", options.validate());
        ArrayNode years = json.putArray("years");
        options.scraping().years().forEach(years::add);
        ArrayNode categories = json.putArray("categories");
        options.scraping().categories().forEach(categories::add);
        json.put("companiesLimit", options.companiesLimit());
        json.put("daysAhead", options.daysAhead());
        if (!options.update().symbols().isEmpty()) {
            ArrayNode symbols = json.putArray("symbols");
            options.update().symbols().stream()
                    .map(ticker -> ticker.symbol())
                    .sorted()
                    .forEach(symbols::add);
        }
        LocalDate from = options.update().from();
        if (from != null) {
            json.put("from", from.toString());
        }
    }

    /** @param limits of now: how long something may take is not part of the plan */
    public static Kept read(String text, Map<TaskName, Duration> limits) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("exdate.run has a plan that can't be read", e);
        }
        Map<TaskName, String> left = RunTasks.map();
        json.path("left")
                .properties()
                .forEach(entry -> RunTasks.find(entry.getKey())
                        .ifPresent(task -> left.put(task, entry.getValue().asText())));
        Map<TaskName, ExDateWindow.Span> windows = RunTasks.map();
        json.path("windows")
                .properties()
                .forEach(entry -> RunTasks.find(entry.getKey())
                        .ifPresent(task -> windows.put(
                                task, new Unit(UnitKind.WINDOW, entry.getValue().asText()).span())));
        RunPlan plan = new RunPlan(
                LocalDate.parse(json.path("marketDay").asText()),
                json.path("discover").asBoolean(),
                left,
                json.path("serial").asBoolean(),
                json.path("backupLast").asBoolean(),
                limits);
        return new Kept(
                plan,
                windows,
                json.has("failedOf")
                        ? Optional.of(UUID.fromString(json.path("failedOf").asText()))
                        : Optional.empty());
    }

    /** Whether the run was to do all that its day wants. */
    public static boolean whole(String text) {
        Kept kept = read(text, Map.of());
        return kept.plan().left().isEmpty() && kept.failedOf().isEmpty();
    }

    /** The window of an assignment, if it has one. */
    public static Assignment assignment(Optional<ExDateWindow.Span> window) {
        return window.map(Assignment::of).orElse(Assignment.WHOLE);
    }
}
