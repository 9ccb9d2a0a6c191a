package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.server.PrivateServer;
import dev.exdate.run.Session;
import dev.exdate.settings.InvalidSetting;
import java.sql.SQLException;

/**
 * The demo's database: a private server, so that the real set-up is untouched. Without PostgreSQL's server programs, it
 * is the database of DATABASE_URL, which must be empty, so that made-up prices never mix with real ones.
 */
final class DemoDatabase {
    private DemoDatabase() {}

    /** Whether it is the one that DATABASE_URL names. */
    static boolean isNamed() {
        String url = System.getenv("DATABASE_URL");
        return url != null && !url.isBlank() && !PrivateServer.isPossible();
    }

    /** @throws InvalidSetting when there is something in it */
    static void requireEmpty(Session session) throws DatabaseUnavailable {
        String sql = """
                SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'exdate') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                """;
        try {
            long things = session.database().once(handle -> handle.sql(sql).one(row -> row.getLong(1)));
            if (things > 0) {
                throw new InvalidSetting("the database " + session.address().shown()
                        + " is not empty, and the demo writes made-up data; set DATABASE_URL to an empty one, or install"
                        + " postgresql-15 or newer for a private server");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("can't read " + session.address().shown() + ": " + e.getMessage(), e);
        }
    }
}
