package dev.exdate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.process.Version;
import dev.exdate.report.RunHistory;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.JournalView;
import dev.exdate.run.text.HistoryText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code exdate history}: past runs, one line each. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists past runs, newest first.",
            "Each has one line: id, market day, start (New York time), duration, outcome, and the tasks that failed. `exdate report ID` shows one of them."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate history", "  exdate history --limit 100 --json"})
final class HistoryCommand implements Callable<Integer>, Looks {
    private final DatabaseDoor door;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "maximum number of runs (default 20)")
    int limit = 20;

    @Option(names = "--json", description = "print one JSON array instead of lines")
    boolean json;

    @Spec
    CommandSpec spec;

    HistoryCommand(DatabaseDoor door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 or more, not " + limit);
        }
        Look look = Look.at(door, spec);
        PrintWriter out = look.out();
        JournalView journal = look.journal();
        RunHistory history = new RunHistory(look.session().database());
        Optional<List<RunHistory.Entry>> runs = journal.read(() -> history.newest(limit));
        if (json) {
            out.println(json(runs.orElse(List.of())));
            return ExitCode.DONE;
        }
        journal.notice().ifPresent(out::println);
        if (runs.filter(List::isEmpty).isPresent()) {
            out.println("No run yet");
        }
        runs.orElse(List.of()).forEach(run -> out.println(HistoryText.line(run)));
        return ExitCode.DONE;
    }

    private static String json(List<RunHistory.Entry> runs) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (RunHistory.Entry run : runs) {
            ObjectNode one = array.addObject();
            one.put("run", run.id().toString());
            one.put("command", run.command());
            one.put("marketDay", run.marketDay().toString());
            one.put("startedAt", run.startedAt().toString());
            run.endedAt().ifPresent(end -> one.put("endedAt", end.toString()));
            run.took().ifPresent(took -> one.put("seconds", took.toSeconds()));
            one.put("status", run.status().id());
            run.exitCode().ifPresent(code -> one.put("exitCode", code));
            one.put("starts", run.starts());
            if (!run.reason().isEmpty()) {
                one.put("reason", run.reason());
            }
            ArrayNode failed = one.putArray("failedTasks");
            run.failedTasks().forEach(failed::add);
        }
        return array.toString();
    }
}
