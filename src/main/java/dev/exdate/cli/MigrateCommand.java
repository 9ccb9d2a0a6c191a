package dev.exdate.cli;

import dev.exdate.database.RunLock;
import dev.exdate.database.schema.Migrations;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate migrate}: brings the tables up to date. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Creates or updates the database schema. `run` does it too.",
        footerHeading = "%nExample:%n",
        footer = "  DATABASE_URL=postgresql://user:password@host/stocks exdate migrate")
final class MigrateCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Session session = Session.open(Settings.load(Optional.empty()), Clock.systemUTC());
                RunLock lock = RunLock.take(session.address())) {
            Migrations.Done done = session.migrate();
            out.println(
                    done.applied().isEmpty()
                            ? "✅ the schema of " + session.address().shown() + " is up to date"
                            : "✅ migrated: " + String.join(", ", done.applied()));
        }
        return ExitCode.DONE;
    }
}
