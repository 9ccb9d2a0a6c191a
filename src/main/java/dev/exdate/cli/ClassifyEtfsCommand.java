package dev.exdate.cli;

import dev.exdate.process.Version;
import dev.exdate.run.plan.TaskOptions;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import java.time.Clock;
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
        description = "Derives strategy and related stock of unclassified funds from their names.",
        footerHeading = "%nExample:%n",
        footer = "  exdate classify-etfs")
final class ClassifyEtfsCommand implements Callable<Integer> {
    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        TaskOptions options = TaskOptions.ofTheRun(TaskCommand.marketDay(clock));
        return new TaskCommand(
                        Settings.load(sources.file()), clock, spec.commandLine().getOut())
                .run("classify-etfs", List.of(TaskName.CLASSIFY_ETFS), options);
    }
}
