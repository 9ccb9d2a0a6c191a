package dev.exdate.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.finding.FindingsJson;
import dev.exdate.report.ClosingFigures;
import dev.exdate.report.ReportJson;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunResult;

/** What a run has for its closing report, as the journal keeps it in {@code exdate.run.report}. */
final class ResultJson {
    private ResultJson() {}

    static String of(RunResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ClosingFigures closing = result.closing();
        closing.status().ifPresent(status -> json.set("database", ReportJson.of(status)));
        ArrayNode findings = json.putArray("findings");
        closing.findings().forEach(finding -> findings.add(ReportJson.of(finding)));
        json.set("newFindings", FindingsJson.of(closing.news()));
        if (!closing.missing().isEmpty()) {
            json.put("reportError", closing.missing());
        }
        if (!result.reused().isEmpty()) {
            ObjectNode reused = json.putObject("reused");
            result.reused().forEach(reused::put);
        }
        ArrayNode phases = json.putArray("phases");
        result.phases().stream()
                .filter(PhaseRun::timed)
                .forEach(run -> phases.addObject()
                        .put("phase", run.phase().id())
                        .put("seconds", run.took().orElseThrow().toSeconds()));
        return json.toString();
    }
}
