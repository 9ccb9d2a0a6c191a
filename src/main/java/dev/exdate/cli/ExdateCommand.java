package dev.exdate.cli;

import dev.exdate.process.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate} itself: without a command it shows its help. */
@Command(
        name = "exdate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "The nightly update of a dividend-stock database.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ScrapeCommand.class,
            DiscoverCommand.class,
            ClassifyEtfsCommand.class,
            UpdateCommand.class,
            CompaniesCommand.class,
            HoldingsCommand.class,
            FutureDividendsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            ReportCommand.class,
            MigrateCommand.class,
            DoctorCommand.class,
            SettingsCommand.class,
            ScheduleCommand.class,
            ParseCommand.class,
            DatabaseCommand.class,
            SandboxCommand.class,
            DemoCommand.class
        },
        footerHeading = "%nTo begin:%n",
        footer = {
            "  exdate demo      the whole daily run on a made-up market, nothing to set up",
            "  exdate doctor    what is missing for a real one"
        })
final class ExdateCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
