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

/** {@code exdate holdings}. */
@Command(
        name = "holdings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads fund holdings and adds a history row if they have changed.",
        footerHeading = "%nExample:%n",
        footer = "  exdate holdings")
final class HoldingsCommand implements Callable<Integer> {
    @Mixin
    AcceptOption accept = new AcceptOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        TaskOptions options = TaskOptions.ofTheRun(TaskCommand.marketDay(clock)).accepting(accept.accepted());
        return new TaskCommand(
                        Settings.load(sources.file()), clock, spec.commandLine().getOut())
                .run("holdings", List.of(TaskName.HOLDINGS), options);
    }
}
