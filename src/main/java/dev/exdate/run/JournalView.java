package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A look into the journal by a command that only shows: runs that have died are marked as such by whoever looks first. */
public final class JournalView {
    public static final String NO_JOURNAL =
            "The tables are not up to date; `exdate migrate` or the next run makes them so.";

    private JournalView() {}

    /** What was marked now; empty where there is no journal, the tables not being up to date. */
    public static Optional<List<String>> at(Session session) throws DatabaseUnavailable {
        if (!session.upToDate()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeadRuns(session.database()).mark());
        } catch (SQLException e) {
            // A standby or a role that may only read shows what is there as it is.
            return Optional.of(List.of());
        }
    }
}
