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

/** {@code exdate future-dividends}. */
@Command(
        name = "future-dividends",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads upcoming dividends and replaces the stored ones of that period.",
        footerHeading = "%nExample:%n",
        footer = "  exdate future-dividends --days-ahead 30")
final class FutureDividendsCommand implements Callable<Integer> {
    @Option(
            names = "--days-ahead",
            defaultValue = "90",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "number of days (default 90)")
    int daysAhead = TaskOptions.DAYS_AHEAD;

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
                .ahead(daysAhead)
                .accepting(accept.accepted());
        return new TaskCommand(
                        Settings.load(sources.file()), clock, spec.commandLine().getOut())
                .run("future-dividends", List.of(TaskName.FUTURE_DIVIDENDS), options);
    }
}
