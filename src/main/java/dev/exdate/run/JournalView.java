package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The journal for read-only commands. The first one marks dead runs. */
public final class JournalView {
    public static final String NO_JOURNAL = "Schema is out of date; run `exdate migrate` (the next run does it too).";

    private JournalView() {}

    /** The runs that were marked now; empty if the schema is out of date and there may be no journal. */
    public static Optional<List<String>> at(Session session) throws DatabaseUnavailable {
        if (!session.upToDate()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeadRuns(session.database()).mark());
        } catch (SQLException e) {
            // A standby or a read-only role shows the journal unchanged.
            return Optional.of(List.of());
        }
    }
}
