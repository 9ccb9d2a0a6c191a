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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate discover}. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds new symbols in the directories and excludes symbols that no source recognises.",
        footerHeading = "%nExample:%n",
        footer = "  exdate discover --validate")
final class DiscoverCommand implements Callable<Integer> {
    @Option(
            names = "--validate",
            description = "check new symbols without proof of trading at the price sources (the daily run does)")
    boolean validate;

    @Mixin
    AcceptOption accept = new AcceptOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        TaskOptions options = TaskOptions.ofTheRun(TaskCommand.marketDay(clock))
                .validating(validate)
                .accepting(accept.accepted());
        return new TaskCommand(
                        Settings.load(sources.file()), clock, spec.commandLine().getOut())
                .run("discover", List.of(TaskName.DISCOVERY), options);
    }
}
