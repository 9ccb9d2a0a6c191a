package dev.exdate.cli;

import dev.exdate.backup.BackupList;
import dev.exdate.market.TradingCalendar;
import dev.exdate.process.Version;
import dev.exdate.report.DatabaseReports;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.JournalView;
import dev.exdate.settings.BackupSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate status}: what the database holds and how fresh it is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows how the last run ended and how fresh the data is.",
            "First come the end of the last run, the tasks to look at, and the newest good backup; then how fresh the data is"
                    + " and what the database holds. Times are New York's (ET)."
        },
        footerHeading = "%nExample:%n",
        footer = "  exdate status")
final class StatusCommand implements Callable<Integer>, Looks {
    private final DatabaseDoor door;
    private final TradingCalendar calendar;
    private final BackupSettings backups;
    private final Clock clock;

    @Spec
    CommandSpec spec;

    StatusCommand(DatabaseDoor door, TradingCalendar calendar, BackupSettings backups, Clock clock) {
        this.door = door;
        this.calendar = calendar;
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Look look = Look.at(door, spec);
        PrintWriter out = look.out();
        out.println(door.shown() + ", PostgreSQL " + look.session().serverVersion());
        JournalView journal = look.journal();
        journal.notice().ifPresent(out::println);
        journal.died().forEach(run -> out.println("💀 " + run));
        String backup = new BackupList(backups.folder(), clock)
                .newestGood(look.session().address().database());
        DatabaseReports reports = new DatabaseReports(look.session().database(), calendar);
        journal.read(() -> reports.status(clock.instant(), backup))
                .orElse(List.of())
                .forEach(out::println);
        return ExitCode.DONE;
    }
}
