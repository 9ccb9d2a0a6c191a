package dev.exdate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.process.Version;
import dev.exdate.report.SourceFindings;
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

/** {@code exdate findings}: what sources contradict each other about, one line each. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists dividends about which sources contradict each other.",
            "Each has one line: ex-date, symbol, code, what each source says, and what is believed and why. docs/truth.md explains the codes."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate findings --open", "  exdate findings --symbol MSTY --json"})
final class FindingsCommand implements Callable<Integer>, Prepares {
    private static final String ACTION = "compare with the issuer";

    private final DatabaseDoor door;

    @Option(names = "--since", paramLabel = "DAY", description = "only ex-dates from this day on")
    LocalDate since = LocalDate.EPOCH;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "only this symbol")
    String symbol = "";

    @Option(names = "--open", description = "only those that are not settled")
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
        SourceFindings.Selection selection =
                new SourceFindings.Selection(symbol.strip().toUpperCase(Locale.ROOT), since, open);
        List<SourceFindings.Entry> findings = journal.read(() -> new SourceFindings(session.database()).of(selection))
                .orElse(List.of());
        if (json) {
            out.println(json(findings));
            return ExitCode.DONE;
        }
        out.println(door.shown());
        journal.notice().ifPresent(out::println);
        if (findings.isEmpty()) {
            out.println("No findings");
        }
        findings.forEach(finding -> out.println(line(finding)));
        return ExitCode.DONE;
    }

    private static String line(SourceFindings.Entry finding) {
        return "%s  %s  %s  %s; believed: %s (%s)%s"
                .formatted(
                        finding.day(),
                        finding.symbol(),
                        finding.code(),
                        finding.words(),
                        finding.believed(),
                        finding.reason(),
                        finding.open() ? "" : "; settled");
    }

    private static String json(List<SourceFindings.Entry> findings) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (SourceFindings.Entry finding : findings) {
            ObjectNode one = array.addObject();
            one.put("code", finding.code());
            one.put("symbol", finding.symbol());
            one.put("day", finding.day().toString());
            one.put("field", finding.field());
            one.set("said", mapper.readTree(finding.said()));
            one.put("believed", finding.believed());
            one.put("reason", finding.reason());
            one.put("action", ACTION);
            one.put("state", finding.open() ? "open" : "settled");
        }
        return array.toString();
    }
}
