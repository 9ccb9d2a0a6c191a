package dev.exdate.backup;

import dev.exdate.database.Connections;
import dev.exdate.database.Database;
import dev.exdate.settings.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A database on the same server for a test restore. Its name identifies the real database, so that the leftovers of a
 * killed run are found and nothing else is ever dropped.
 */
final class ScratchDatabase implements AutoCloseable {
    private static final String BEGINNING = "exdate_proof_";
    private static final int HASH_BYTES = 4;

    /** Dropping waits for a checkpoint; if that takes longer than this, the next backup drops it. */
    private static final Duration FOR_THE_DROP = Duration.ofSeconds(30);

    private final Database database;
    private final String name;
    private final Connections connections;

    private ScratchDatabase(Database database, String name, Connections connections) {
        this.database = database;
        this.name = name;
        this.connections = connections;
    }

    /** Whether the role may create one. */
    static boolean isAllowed(Database database) throws SQLException {
        return database.reading(handle -> handle.sql(
                        "SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user")
                .first(row -> row.getBoolean(1))
                .orElse(false));
    }

    /** Empty, with the same collation as the real database. */
    static ScratchDatabase create(Database database, DatabaseAddress address, String stamp) throws SQLException {
        String name = prefix(address) + stamp;
        String like = database.reading(handle -> handle.sql("""
                        SELECT format('LC_COLLATE %L LC_CTYPE %L', datcollate, datctype)
                        FROM pg_catalog.pg_database WHERE datname = current_database()
                        """).one(row -> row.getString(1)));
        ScratchDatabase scratch =
                new ScratchDatabase(database, name, new Connections(ArchiveReplay.session(address.withDatabase(name))));
        boolean made = false;
        try {
            execute(database, "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' " + like);
            made = true;
            return scratch;
        } finally {
            if (!made) {
                scratch.close();
            }
        }
    }

    /**
     * Drops those that an earlier process left for this database, and ends their sessions. The caller must hold the
     * database's lock.
     */
    static List<String> dropLeft(Database database, DatabaseAddress address) throws SQLException {
        List<String> left = database.reading(handle -> handle.sql("""
                        SELECT datname FROM pg_catalog.pg_database
                        WHERE datname ~ :pattern AND pg_catalog.pg_has_role(datdba, 'MEMBER')
                        """)
                .bind("pattern", "^" + prefix(address) + "\\d{8}_\\d{6}$")
                .list(row -> row.getString(1)));
        for (String name : left) {
            drop(database, name);
        }
        return left;
    }

    /** {@code exdate_proof_1a2b3c4d_}: of this database among those of the server. */
    private static String prefix(DatabaseAddress address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(address.database().getBytes(StandardCharsets.UTF_8));
            return BEGINNING + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + "_";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void drop(Database database, String name) throws SQLException {
        execute(database, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static void execute(Database database, String sql) throws SQLException {
        database.once(handle -> handle.execute(sql));
    }

    String name() {
        return name;
    }

    Connection connection() throws SQLException {
        return connections.open();
    }

    /** Drops it on another thread, because an interrupt of the calling thread would close the connection. */
    @Override
    public void close() {
        CompletableFuture<Void> dropped = new CompletableFuture<>();
        Thread.ofVirtual().name("drop " + name).start(() -> {
            try {
                drop(database, name);
                dropped.complete(null);
            } catch (SQLException e) {
                dropped.completeExceptionally(e);
            }
        });
        boolean interrupted = Thread.interrupted();
        try {
            dropped.get(interrupted ? 4 : FOR_THE_DROP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger("dev.exdate.backup").log(System.Logger.Level.WARNING, name + " is not dropped yet", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
