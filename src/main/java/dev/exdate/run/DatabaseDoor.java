package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.PooledDatabase;
import dev.exdate.database.schema.DatabaseCheck;
import dev.exdate.database.schema.Migrations;
import dev.exdate.database.server.DatabasePlace;
import dev.exdate.settings.DatabaseAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Provider;

/** The access to this process's database, checked before its first use. */
@Dependent
public final class DatabaseDoor {
    private final DatabasePlace place;
    private final Provider<PooledDatabase> database;
    private final Provider<Migrations> migrations;

    public DatabaseDoor(DatabasePlace place, Provider<PooledDatabase> database, Provider<Migrations> migrations) {
        this.place = place;
        this.database = database;
        this.migrations = migrations;
    }

    /** Which database this is: private with its folder, or named; never with a password. */
    public String place() {
        return place.shown();
    }

    /** The line that says which database this is, whether or not it can be used. */
    public String shown() {
        return "Database: " + place.shown();
    }

    /** Whether there is no database yet, and a run would make a private one. */
    public boolean coming() {
        return place.coming();
    }

    /**
     * For commands that only look: checks that the database can be reached.
     *
     * @throws DatabaseUnavailable before anything else was touched
     */
    public Session look() throws DatabaseUnavailable {
        return session(DatabaseCheck::reach);
    }

    /**
     * Checks that the database is usable.
     *
     * @throws DatabaseUnavailable before anything else was touched
     */
    public Session open() throws DatabaseUnavailable {
        return session(DatabaseCheck::verify);
    }

    /** Gives the server's version. */
    private interface Check {
        String of(PooledDatabase pool) throws DatabaseUnavailable;
    }

    private Session session(Check check) throws DatabaseUnavailable {
        DatabaseAddress address = place.address();
        PooledDatabase pool = database.get();
        Session session = new Session(address, check.of(pool), pool, migrations.get());
        session.migrations().refuseNewer();
        return session;
    }
}
