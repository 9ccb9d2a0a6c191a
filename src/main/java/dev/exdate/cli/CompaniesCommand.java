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

/** {@code exdate companies}. */
@Command(
        name = "companies",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Fills in missing company data, symbols with the oldest attempt first.",
        footerHeading = "%nExample:%n",
        footer = "  exdate companies --limit 500")
final class CompaniesCommand implements Callable<Integer> {
    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "the maximum number of symbols (default 100)")
    int limit = TaskOptions.COMPANIES;

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
                .companies(limit)
                .accepting(accept.accepted());
        return new TaskCommand(
                        Settings.load(sources.file()), clock, spec.commandLine().getOut())
                .run("companies", List.of(TaskName.COMPANIES), options);
    }
}
