package dev.exdate.report;

import dev.exdate.finding.NewFindings;
import java.util.List;
import java.util.Optional;

/**
 * The content of the database at the end of a run.
 *
 * @param status empty if it could not be read
 * @param findings what the quality checks found
 * @param news new doubts, conflicts and repairs
 * @param missing why the figures could not be read, empty if they were
 */
public record ClosingFigures(
        Optional<DatabaseStatus> status, List<Finding> findings, NewFindings news, String missing) {
    public ClosingFigures {
        findings = List.copyOf(findings);
    }

    public static ClosingFigures unreadable(String reason) {
        return new ClosingFigures(Optional.empty(), List.of(), NewFindings.NONE, reason);
    }

    static ClosingFigures of(DatabaseStatus status, List<Finding> findings, NewFindings news) {
        return new ClosingFigures(Optional.of(status), findings, news, "");
    }
}
