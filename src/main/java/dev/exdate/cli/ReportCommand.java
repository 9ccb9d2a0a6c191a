package dev.exdate.cli;

import dev.exdate.process.Version;
import dev.exdate.report.RunHistory;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.JournalView;
import dev.exdate.run.text.PastReportText;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.task.TaskFailed;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exdate report}: one run's report from the journal. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows the report of one run.",
            "It tells how the run ended, what each task did, what failed and is still missing, and ends with the closing report. Without an id, it is the last run's."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate report", "  exdate report 3f2a61c0"})
final class ReportCommand implements Callable<Integer>, Looks {
    private final DatabaseDoor door;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "",
            description = "the id of a run, or its first characters, as `exdate history` shows it")
    String run = "";

    @Option(names = "--all", description = "list everything that failed, not only the first few of each task")
    boolean all;

    @Spec
    CommandSpec spec;

    ReportCommand(DatabaseDoor door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Look look = Look.at(door, spec);
        PrintWriter out = look.out();
        out.println(door.shown());
        JournalView journal = look.journal();
        journal.notice().ifPresent(out::println);
        RunHistory history = new RunHistory(look.session().database());
        Optional<List<UUID>> known = journal.read(() -> history.beginning(run.strip()));
        if (known.isEmpty()) {
            return ExitCode.DONE;
        }
        List<UUID> found = known.get();
        if (found.isEmpty() && run.isBlank()) {
            out.println("No run yet");
            return ExitCode.DONE;
        }
        if (found.isEmpty()) {
            throw new TaskFailed("no run has an id that starts with '" + run + "'; see `exdate history`");
        }
        if (found.size() > 1) {
            throw new InvalidSetting("several runs have ids that start with '" + run + "'; give more characters");
        }
        journal.read(() -> history.report(found.getFirst()))
                .map(report -> new PastReportText(report, all).lines())
                .orElse(List.of())
                .forEach(out::println);
        return ExitCode.DONE;
    }
}
