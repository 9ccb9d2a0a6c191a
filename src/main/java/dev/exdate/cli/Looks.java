package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.JournalView;
import dev.exdate.run.Session;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A command that only looks at what is stored. */
interface Looks extends Prepares {
    @Override
    default Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.existing(Optional.empty());
    }

    /** What such a command has when it begins. */
    record Look(PrintWriter out, Session session, JournalView journal) {
        static Look at(DatabaseDoor door, CommandSpec spec) throws DatabaseUnavailable, InterruptedException {
            Session session = door.look();
            return new Look(PlainWriter.on(spec.commandLine().getOut()), session, JournalView.at(session));
        }
    }
}
