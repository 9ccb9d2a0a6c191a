package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The journal for commands that only show it. Whoever looks first marks runs that have died. */
public final class JournalView {
    public static final String NO_JOURNAL = "Schema is out of date; run `exdate migrate` (the next run does it too).";

    private JournalView() {}

    /** What was marked now; empty where the schema is out of date and there may be no journal. */
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
