package dev.exdate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.market.MarketHours;
import dev.exdate.pipeline.RunResult;
import dev.exdate.pipeline.TaskRun;
import dev.exdate.report.Finding;
import dev.exdate.task.Tally;

/** A run's result for programs: one JSON object on one line. */
final class RunJson {
    private RunJson() {}

    static String of(RunResult result, int exitCode) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", result.id().toString());
        json.put("marketDay", result.marketDay().toString());
        json.put("startedAt", result.startedAt().toString());
        json.put("seconds", result.took().toSeconds());
        json.put("status", result.status());
        json.put("exitCode", exitCode);
        ArrayNode tasks = json.putArray("tasks");
        result.tasks().forEach(task -> tasks.add(task(task)));
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : result.findings()) {
            ObjectNode one = findings.addObject();
            one.put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT));
            one.put("text", finding.text());
        }
        if (!result.reportError().isEmpty()) {
            json.put("reportError", result.reportError());
        }
        return json.toString();
    }

    static String deferred(MarketHours.Decision hours) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", "deferred");
        json.put("reason", hours.recommendation());
        json.put("exitCode", ExitCode.DONE);
        return json.toString();
    }

    private static ObjectNode task(TaskRun run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("task", run.name().id());
        json.put("outcome", run.outcomeWord());
        run.reason().ifPresent(reason -> json.put("reason", reason));
        json.put("startedAt", run.startedAt().toString());
        json.put("milliseconds", run.took().toMillis());
        Tally tally = run.tally();
        json.put("asked", tally.asked());
        json.put("read", tally.read());
        json.put("new", tally.added());
        json.put("changed", tally.changed());
        json.put("same", tally.same());
        json.put("failed", tally.failed());
        return json;
    }
}
