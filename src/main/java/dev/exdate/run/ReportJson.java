package dev.exdate.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.report.Finding;
import dev.exdate.run.plan.RunResult;
import java.util.Locale;

/** What the closing report of a run said, as the journal keeps it in {@code exdate.run.report}. */
public final class ReportJson {
    private ReportJson() {}

    static String of(RunResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode status = json.putArray("status");
        result.statusLines().forEach(status::add);
        findings(json, result);
        ArrayNode phases = json.putArray("phases");
        for (RunResult.PhaseTime time : result.phases()) {
            ObjectNode phase = phases.addObject();
            phase.put("phase", time.phase().words());
            phase.put("seconds", time.took().toSeconds());
        }
        return json.toString();
    }

    /** The quality checks' findings, and why they are missing where they are. */
    public static void findings(ObjectNode json, RunResult result) {
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : result.findings()) {
            ObjectNode one = findings.addObject();
            one.put("level", finding.level().name().toLowerCase(Locale.ROOT));
            one.put("text", finding.text());
            if (!finding.action().isEmpty()) {
                one.put("action", finding.action());
            }
        }
        if (!result.reportError().isEmpty()) {
            json.put("reportError", result.reportError());
        }
    }
}
