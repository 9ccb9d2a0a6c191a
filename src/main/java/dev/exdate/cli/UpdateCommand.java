package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.process.Version;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code exdate update}. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Updates prices, dividends, splits and company data.",
            "It updates all symbols that are due, or those of --symbols."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate update --symbols MSTY,SCHD", "  exdate update --symbols @symbols.txt --from 2024-01-01"})
final class UpdateCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;

    @Mixin
    SymbolsOption symbols = new SymbolsOption();

    @Option(names = "--from", paramLabel = "DAY", description = "the first day to read, for all symbols")
    @Nullable LocalDate from;

    @Option(names = "--date", paramLabel = "DAY", description = "the market day (default: today in New York)")
    @Nullable LocalDate date;

    @Mixin
    AcceptOption accept = new AcceptOption();

    @Mixin
    PrivateOption database = new PrivateOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    UpdateCommand(TaskCommand tasks) {
        this.tasks = tasks;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        symbols.tickers();
        return Preparation.database(sources.file(), database);
    }

    @Override
    public Integer call() throws Exception {
        TaskOptions options = date == null ? tasks.options() : tasks.options(date);
        LocalDate marketDay = options.marketDay();
        TaskOptions.Update update = options.update().of(symbols.tickers());
        if (from != null) {
            if (from.isAfter(marketDay)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--from must not be later than the market day " + marketDay + ", not " + from);
            }
            update = update.since(from);
        }
        options = options.updating(update).accepting(accept.accepted());
        Optional<String> sessionless =
                Sessionless.day(date, tasks.options().marketDay()).or(() -> Sessionless.window(from, marketDay));
        return tasks.run("update", List.of(TaskName.UPDATE), options, sessionless, spec.commandLine());
    }
}
