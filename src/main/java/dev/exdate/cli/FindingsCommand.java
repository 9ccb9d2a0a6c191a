package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.finding.Findings;
import dev.exdate.finding.FindingsJson;
import dev.exdate.finding.StoredFinding;
import dev.exdate.process.Version;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.JournalView;
import dev.exdate.run.Session;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate findings}: doubts, conflicts, repairs, one line each. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists doubts, conflicts, repairs and what could not be read.",
            "Each has one line: day, symbol, code, what each source says, and what is believed and why. docs/truth.md explains the codes."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate findings --open", "  exdate findings --symbol MSTY --json"})
final class FindingsCommand implements Callable<Integer>, Prepares {
    private final DatabaseDoor door;

    @Option(names = "--since", paramLabel = "DAY", description = "only ex-dates and price days from this day on")
    LocalDate since = LocalDate.EPOCH;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "only this symbol")
    String symbol = "";

    @Option(names = "--open", description = "only those that are neither settled nor decided")
    boolean open;

    @Option(names = "--json", description = "print one JSON array instead of lines")
    boolean json;

    @Spec
    CommandSpec spec;

    FindingsCommand(DatabaseDoor door) {
        this.door = door;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.existing(Optional.empty());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = PlainWriter.on(spec.commandLine().getOut());
        Session session = door.look();
        JournalView journal = JournalView.at(session);
        Findings.Selection selection =
                new Findings.Selection(symbol.strip().toUpperCase(Locale.ROOT), since, open, List.of());
        List<StoredFinding> findings = journal.read(
                        () -> session.database().reading(handle -> new Findings(handle).of(selection)))
                .orElse(List.of());
        if (json) {
            out.println(FindingsJson.of(findings));
            return ExitCode.DONE;
        }
        out.println(door.shown());
        journal.notice().ifPresent(out::println);
        if (findings.isEmpty()) {
            out.println("No findings");
        }
        findings.forEach(finding -> out.println(finding.line()));
        return ExitCode.DONE;
    }
}
