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
        description = "Updates a dividend-stock database every night.",
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
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  exdate demo      the whole daily run on a made-up market; no set-up needed",
            "  exdate doctor    checks your set-up for a real run"
        })
final class ExdateCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
