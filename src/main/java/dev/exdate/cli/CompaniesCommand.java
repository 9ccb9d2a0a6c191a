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

/** {@code exdate companies}. */
@Command(
        name = "companies",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Fills in missing company data.",
            "Lists come first, then single symbols, the oldest attempt first."
        },
        footerHeading = "%nExample:%n",
        footer = "  exdate companies --limit 500")
final class CompaniesCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;

    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "the most symbols to ask for by themselves (default 100)")
    int limit = TaskOptions.COMPANIES;

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

    CompaniesCommand(TaskCommand tasks) {
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
                tasks.options().companies(limit).only(symbols.tickers()).accepting(accept.accepted());
        return tasks.run(
                "companies",
                List.of(TaskName.COMPANIES),
                options,
                spec.commandLine().getOut());
    }
}
