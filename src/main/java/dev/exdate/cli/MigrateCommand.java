package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.database.schema.Migrations;
import dev.exdate.process.Version;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate migrate}: brings the tables up to date. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {"Creates or updates the database schema.", "`exdate run` does it too."},
        footerHeading = "%nExample:%n",
        footer = "  DATABASE_URL=postgresql://user:password@host/stocks exdate migrate")
final class MigrateCommand implements Callable<Integer>, Prepares {
    private final DatabaseDoor door;

    @Mixin
    PrivateOption database = new PrivateOption();

    @Spec
    CommandSpec spec;

    MigrateCommand(DatabaseDoor door) {
        this.door = door;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.database(Optional.empty(), database);
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println(door.shown());
        Session session = door.open();
        try (RunLock lock = RunLock.take(session.address())) {
            Migrations.Done done = session.migrate();
            out.println(
                    done.applied().isEmpty()
                            ? "✅ the schema of " + session.address().shown() + " is up to date"
                            : "✅ migrated: " + String.join(", ", done.applied()));
        }
        return ExitCode.DONE;
    }
}
