package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.PooledDatabase;
import dev.exdate.database.StoredBudget;
import dev.exdate.database.schema.DatabaseCheck;
import dev.exdate.database.schema.Migrations;
import dev.exdate.database.server.PrivateServer;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Settings;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.RetryPolicy;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command works with, open until closed: the database, the private server behind it when there is one, the sources. */
public final class Session implements AutoCloseable {
    private final @Nullable PrivateServer server;
    private final DatabaseAddress address;
    private final String serverVersion;
    private final PooledDatabase database;
    private final HttpWeb web;

    private Session(
            @Nullable PrivateServer server,
            DatabaseAddress address,
            String serverVersion,
            PooledDatabase database,
            HttpWeb web) {
        this.server = server;
        this.address = address;
        this.serverVersion = serverVersion;
        this.database = database;
        this.web = web;
    }

    /**
     * Opens the database that the settings name, else the private server, and proves that it can be worked with.
     *
     * @throws DatabaseUnavailable before anything else was touched
     */
    public static Session open(Settings settings, Clock clock) throws DatabaseUnavailable, InterruptedException {
        Optional<DatabaseAddress> named = settings.database();
        PrivateServer server = named.isPresent() ? null : PrivateServer.start(settings.dataFolder());
        PooledDatabase database = null;
        boolean opened = false;
        try {
            DatabaseAddress address = server == null ? named.orElseThrow() : server.address();
            String version = DatabaseCheck.verify(address);
            database = PooledDatabase.at(address, settings.databasePatience());
            new Migrations(database).refuseNewer();
            HttpWeb web =
                    new HttpWeb(settings, new StoredBudget(database, clock), RetryPolicy.USUAL.of(settings.attempts()));
            opened = true;
            return new Session(server, address, version, database, web);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("no connections can be made: " + e.getMessage(), e);
        } finally {
            if (!opened) {
                close(database, server);
            }
        }
    }

    /** Brings the tables up to date. */
    public Migrations.Done migrate() throws DatabaseUnavailable {
        return new Migrations(database).migrate();
    }

    public boolean upToDate() throws DatabaseUnavailable {
        return new Migrations(database).upToDate();
    }

    public DatabaseAddress address() {
        return address;
    }

    public String serverVersion() {
        return serverVersion;
    }

    public PooledDatabase database() {
        return database;
    }

    HttpWeb web() {
        return web;
    }

    @Override
    public void close() {
        web.close();
        close(database, server);
    }

    private static void close(@Nullable PooledDatabase database, @Nullable PrivateServer server) {
        if (database != null) {
            database.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
