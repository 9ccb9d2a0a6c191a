package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.PooledDatabase;
import dev.exdate.database.schema.Migrations;
import dev.exdate.settings.DatabaseAddress;

/**
 * A usable database.
 *
 * @param serverVersion as the server reports it, {@code 15.18}
 */
public record Session(DatabaseAddress address, String serverVersion, PooledDatabase database, Migrations migrations) {
    /** Brings the tables up to date. */
    public Migrations.Done migrate() throws DatabaseUnavailable {
        return migrations.migrate();
    }

    public boolean upToDate() throws DatabaseUnavailable {
        return migrations.upToDate();
    }
}
