package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.process.Version;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate future-dividends}. */
@Command(
        name = "future-dividends",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads upcoming dividends.",
            "They replace the stored ones of the same period, or those of --symbols."
        },
        footerHeading = "%nExample:%n",
        footer = "  exdate future-dividends --days-ahead 30")
final class FutureDividendsCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;

    @Option(
            names = "--days-ahead",
            defaultValue = "90",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "number of days (default 90)")
    int daysAhead = TaskOptions.DAYS_AHEAD;

    @Mixin
    SymbolsOption symbols = new SymbolsOption();

    @Mixin
    AcceptOption accept = new AcceptOption();

    @Mixin
    PrivateOption database = new PrivateOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    FutureDividendsCommand(TaskCommand tasks) {
        this.tasks = tasks;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        symbols.tickers();
        return Preparation.database(sources.file(), database);
    }

    @Override
    public Integer call() throws Exception {
        TaskOptions options =
                tasks.options().ahead(daysAhead).only(symbols.tickers()).accepting(accept.accepted());
        return tasks.run(
                "future-dividends",
                List.of(TaskName.FUTURE_DIVIDENDS),
                options,
                spec.commandLine().getOut());
    }
}
