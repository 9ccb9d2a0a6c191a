package dev.exdate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.finding.FindingsJson;
import dev.exdate.report.Finding;
import dev.exdate.report.FindingText;
import dev.exdate.report.ReportJson;
import dev.exdate.run.ExitCode;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.Tally;

/** A run's result for programs: one JSON object on one line. */
final class RunJson {
    private RunJson() {}

    static String of(RunResult result, int exitCode) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", result.run().id().toString());
        json.put("marketDay", result.run().marketDay().toString());
        json.put("startedAt", result.run().startedAt().toString());
        json.put("seconds", result.took().toSeconds());
        json.put("status", result.status().id());
        json.put("exitCode", exitCode);
        ArrayNode tasks = json.putArray("tasks");
        result.tasks().forEach(task -> tasks.add(task(task)));
        result.stop().ifPresent(stop -> json.put("stopped", stop.reason()));
        ArrayNode findings = json.putArray("findings");
        result.closing().findings().forEach(finding -> findings.add(finding(finding)));
        json.set("newFindings", FindingsJson.of(result.closing().news()));
        ObjectNode reused = json.putObject("reused");
        result.reused().forEach(reused::put);
        if (!result.closing().missing().isEmpty()) {
            json.put("reportError", result.closing().missing());
        }
        return json.toString();
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = ReportJson.of(finding);
        json.put("text", FindingText.text(finding));
        String action = FindingText.action(finding);
        if (!action.isEmpty()) {
            json.put("action", action);
        }
        return json;
    }

    /** Nothing was run. */
    static String nothing(String status, String reason) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", status);
        json.put("reason", reason);
        json.put("exitCode", ExitCode.DONE);
        return json.toString();
    }

    private static ObjectNode task(TaskRun run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("task", run.name().id());
        json.put("outcome", run.state().id());
        run.reason().ifPresent(reason -> json.put("reason", reason));
        run.leftOut().ifPresent(what -> json.put("leftOut", what));
        json.put("startedAt", run.startedAt().toString());
        json.put("milliseconds", run.took().toMillis());
        Tally tally = run.tally();
        json.put("asked", tally.asked());
        json.put("read", tally.read());
        json.put("new", tally.added());
        json.put("changed", tally.changed());
        json.put("same", tally.same());
        json.put("failed", tally.failed());
        json.put("unreadable", tally.unreadable());
        return json;
    }
}
