package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.market.ExDateWindow;
import dev.exdate.process.Version;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exdate scrape}. */
@Command(
        name = "scrape",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs one or more scrapers.",
        footerHeading = "%nExample:%n",
        footer = {
            "  exdate scrape yieldmax cboe --years 2025,2026",
            "  exdate scrape nasdaq --from 2026-01-01 --to 2026-01-31"
        })
final class ScrapeCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;

    /** Cboe's notices begin then. */
    private static final int FIRST_YEAR = 2012;

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            converter = TaskNameConverter.OfScrapers.class,
            completionCandidates = TaskNameConverter.OfScrapers.class,
            description = "${COMPLETION-CANDIDATES}")
    List<TaskName> scrapers = List.of();

    @Option(
            names = "--years",
            split = ",",
            paramLabel = "YEARS",
            hideParamSyntax = true,
            description = "cboe: the years to read (default: this year)")
    List<Integer> years = List.of();

    @Option(names = "--from", paramLabel = "DAY", description = "nasdaq, nyse: first ex-date")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "nasdaq, nyse: last ex-date")
    @Nullable LocalDate to;

    @Option(
            names = "--days",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "nasdaq, nyse: ex-dates from today to N days ahead")
    @Nullable Integer days;

    @Option(
            names = "--auto-continue",
            description = "nasdaq, nyse: from 10 days back to 60 days ahead, plus any gap before (default)")
    boolean autoContinue;

    @Option(
            names = "--category",
            split = ",",
            paramLabel = "LISTS",
            hideParamSyntax = true,
            description =
                    "snowball: us-popular-div (default), us-popular-div-funds, sp500, nyse, nasdaq, lse, tsx, asx")
    List<String> categories = List.of();

    @Mixin
    AcceptOption accept = new AcceptOption();

    @Mixin
    PrivateOption database = new PrivateOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    ScrapeCommand(TaskCommand tasks) {
        this.tasks = tasks;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.database(sources.file(), database);
    }

    @Override
    public Integer call() throws Exception {
        int thisYear = tasks.options().marketDay().getYear();
        for (int year : years) {
            if (year < FIRST_YEAR || year > thisYear + 1) {
                throw wrong("--years must be from " + FIRST_YEAR + " to " + (thisYear + 1) + ", not " + year);
            }
        }
        TaskOptions options = tasks.options()
                .scraping(new TaskOptions.Scraping(years, window(), categories))
                .accepting(accept.accepted());
        return tasks.run("scrape", scrapers, options, Sessionless.window(from, to), spec.commandLine());
    }

    private ExDateWindow window() {
        boolean span = from != null || to != null;
        if ((span ? 1 : 0) + (days != null ? 1 : 0) + (autoContinue ? 1 : 0) > 1) {
            throw wrong("use only one of --from/--to, --days and --auto-continue");
        }
        if (span) {
            if (from == null || to == null || to.isBefore(from)) {
                throw wrong("--from and --to require each other, and --to must not be earlier than --from");
            }
            return ExDateWindow.between(from, to);
        }
        return days == null ? ExDateWindow.autoContinue() : ExDateWindow.daysAhead(days);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
