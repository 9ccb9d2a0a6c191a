package dev.exdate.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.RunPlan;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What was checked, for programs: {@code docs/checkup.schema.json}. */
public final class CheckupJson {
    private CheckupJson() {}

    /** @param redacted takes the secrets out of a text */
    public static ObjectNode of(String command, Checkup checkup, int exitCode, UnaryOperator<String> redacted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("command", command);
        json.put("exitCode", exitCode);
        ArrayNode checks = json.putArray("checks");
        for (Diagnosis diagnosis : checkup.all()) {
            ObjectNode one = checks.addObject();
            one.put("check", diagnosis.thing());
            one.put("state", diagnosis.state().id());
            one.put("finding", redacted.apply(diagnosis.finding()));
            if (!diagnosis.remedy().isEmpty()) {
                one.put("remedy", redacted.apply(diagnosis.remedy()));
            }
        }
        return json;
    }

    /** The run's tasks, in order. */
    public static void plan(ObjectNode json, RunPlan plan) {
        json.put("marketDay", plan.marketDay().toString());
        ArrayNode tasks = json.putArray("tasks");
        for (Phase phase : Phase.values()) {
            phase.tasks().forEach(task -> {
                ObjectNode one = tasks.addObject();
                one.put("task", task.id());
                one.put("phase", phase.id());
                Optional<String> reason = plan.reasonToRest(task);
                one.put("runs", reason.isEmpty());
                reason.ifPresent(why -> one.put("reason", why));
            });
        }
    }
}
