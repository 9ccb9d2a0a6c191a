package dev.exdate.cli;

import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Dumps the database, proves the dump, and keeps the sets of the last days.",
        footerHeading = "%nExample:%n",
        footer = "  EXDATE_BACKUP_DIR=/mnt/backups exdate backup")
final class BackupCommand implements Callable<Integer> {
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
                .run("backup", List.of(TaskName.BACKUP), options);
    }
}
