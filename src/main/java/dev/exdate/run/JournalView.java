package dev.exdate.run;

import dev.exdate.database.Database;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.report.SilentRuns;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The journal for commands that only look: they write nothing, and need no more than the right to read, whatever the state
 * of the schema.
 *
 * @param upToDate whether the schema is this version's
 * @param foreign why a run would refuse the database, empty if it would not
 * @param died one line for each run that is dead and not marked as such yet; the next run does that
 */
public record JournalView(boolean upToDate, List<String> died, Optional<String> foreign) {
    /** A table, column or schema that a later migration makes. */
    private static final Set<String> MISSING = Set.of("42P01", "42703", "3F000");

    private static final String DENIED = "42501";

    /** Reads something. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws SQLException;
    }

    public static JournalView at(Session session) throws DatabaseUnavailable {
        boolean upToDate = session.upToDate();
        return new JournalView(
                upToDate,
                died(session.database()),
                upToDate ? Optional.empty() : session.migrations().foreignTables());
    }

    private static List<String> died(Database database) {
        try {
            return database.reading(SilentRuns::read);
        } catch (SQLException e) {
            // What follows says why.
            return List.of();
        }
    }

    /** What to do about an old schema. */
    public Optional<String> notice() {
        return upToDate || foreign.isPresent()
                ? foreign.map(why -> "❌ " + why)
                : Optional.of("Schema is out of date; run `exdate migrate` (the next run does it too).");
    }

    /**
     * @return empty if the schema is too old for it
     * @throws DatabaseUnavailable if the role may not read it
     */
    public <T> Optional<T> read(Reading<T> reading) throws SQLException, DatabaseUnavailable {
        try {
            return Optional.of(reading.read());
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (!upToDate && MISSING.contains(state)) {
                return Optional.empty();
            }
            if (state.equals(DENIED)) {
                String message =
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                throw new DatabaseUnavailable(
                        message.replaceFirst("^ERROR: ", "")
                                + "; an administrator grants it with the script of `exdate doctor --grants --read-only`",
                        e);
            }
            throw e;
        }
    }
}
