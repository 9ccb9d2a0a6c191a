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
import picocli.CommandLine.Spec;

/** {@code exdate holdings}. */
@Command(
        name = "holdings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads fund holdings and keeps their history.",
            "A history row is added only when holdings have changed."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate holdings", "  exdate holdings --symbols MSTY,JEPI"})
final class HoldingsCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;

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

    HoldingsCommand(TaskCommand tasks) {
        this.tasks = tasks;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        symbols.tickers();
        return Preparation.database(sources.file(), database);
    }

    @Override
    public Integer call() throws Exception {
        TaskOptions options = tasks.options().only(symbols.tickers()).accepting(accept.accepted());
        return tasks.run(
                "holdings",
                List.of(TaskName.HOLDINGS),
                options,
                spec.commandLine().getOut());
    }
}
