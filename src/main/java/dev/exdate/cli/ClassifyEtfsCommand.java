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

/** {@code exdate classify-etfs}. */
@Command(
        name = "classify-etfs",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Derives a fund's strategy and related stock from its name.",
            "Funds that are classified already stay as they are."
        },
        footerHeading = "%nExample:%n",
        footer = "  exdate classify-etfs")
final class ClassifyEtfsCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;

    @Mixin
    PrivateOption database = new PrivateOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    ClassifyEtfsCommand(TaskCommand tasks) {
        this.tasks = tasks;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.database(sources.file(), database);
    }

    @Override
    public Integer call() throws Exception {
        TaskOptions options = tasks.options();
        return tasks.run(
                "classify-etfs",
                List.of(TaskName.CLASSIFY_ETFS),
                options,
                spec.commandLine().getOut());
    }
}
