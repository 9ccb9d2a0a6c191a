package dev.exdate.cli;

import dev.exdate.finding.Code;
import dev.exdate.finding.Findings;
import dev.exdate.finding.FindingsJson;
import dev.exdate.finding.StoredFinding;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.JournalView;
import dev.exdate.run.Session;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.UnknownSymbols;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which findings to list, and how. */
final class FindingsOptions {
    @Option(names = "--since", paramLabel = "DAY", description = "only ex-dates and price days from this day on")
    LocalDate since = LocalDate.EPOCH;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "only this symbol")
    String symbol = "";

    @Option(names = "--open", description = "only those that are neither settled nor decided")
    boolean open;

    @Option(names = "--json", description = "print one JSON array instead of lines")
    boolean json;

    /** @param codes empty for all */
    int print(PrintWriter out, DatabaseDoor door, List<Code> codes) throws Exception {
        Session session = door.look();
        JournalView journal = JournalView.at(session);
        Findings.Selection selection =
                new Findings.Selection(symbol.strip().toUpperCase(Locale.ROOT), since, open, codes);
        List<StoredFinding> findings = journal.read(
                        () -> session.database().reading(handle -> new Findings(handle).of(selection)))
                .orElse(List.of());
        if (findings.isEmpty() && !symbol.isBlank()) {
            Optional<String> unknown = journal.read(() -> UnknownSymbols.words(session.database(), selection.symbol()))
                    .orElse(Optional.empty());
            if (unknown.isPresent()) {
                throw new TaskFailed(unknown.get());
            }
        }
        if (json) {
            out.println(FindingsJson.of(findings));
            return ExitCode.DONE;
        }
        out.println(door.shown());
        journal.notice().ifPresent(out::println);
        if (findings.isEmpty()) {
            out.println(codes.isEmpty() ? "No findings" : "No conflicts");
        }
        findings.forEach(finding -> out.println(finding.line()));
        return ExitCode.DONE;
    }
}
