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

/** {@code exdate discover}. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds new symbols and excludes those no source recognises.",
        footerHeading = "%nExample:%n",
        footer = "  exdate discover --validate")
final class DiscoverCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;

    @Option(
            names = "--validate",
            description = "check new symbols without proof of trading at the price sources (the daily run does)")
    boolean validate;

    @Mixin
    AcceptOption accept = new AcceptOption();

    @Mixin
    PrivateOption database = new PrivateOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    DiscoverCommand(TaskCommand tasks) {
        this.tasks = tasks;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.database(sources.file(), database);
    }

    @Override
    public Integer call() throws Exception {
        TaskOptions options = tasks.options().validating(validate).accepting(accept.accepted());
        return tasks.run(
                "discover",
                List.of(TaskName.DISCOVERY),
                options,
                spec.commandLine().getOut());
    }
}
