package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The right to change the database: one session-level advisory lock, held by its own connection until closed. So it
 * works across hosts and always ends with the process. The run's journal is written over the same connection, so that
 * every heartbeat proves the lock. If the server loses the session, a new one takes the lock again. Thread-safe.
 */
public final class RunLock implements Transactions, AutoCloseable {
    /** "exdate" in ASCII. */
    private static final long KEY = 0x657864617465L;

    /** True in a WHERE clause while any session holds the lock of this database. */
    public static final String HELD = """
            EXISTS (SELECT FROM pg_locks held JOIN pg_database mine ON mine.oid = held.database
                    WHERE mine.datname = current_database() AND held.locktype = 'advisory' AND held.granted
                      AND held.classid = %d::oid AND held.objid = %d::oid AND held.objsubid = 1)
            """.formatted(KEY >>> 32, KEY & 0xFFFFFFFFL);

    private static final int ANSWER_SECONDS = 15;

    /** The server notices within that time that a lock's holder was killed. */
    private static final Duration FOR_A_DEAD_ONE = Duration.ofSeconds(2);

    private static final long PAUSE = 50;

    /** Nobody else should lock journal rows, so a blocked write gives up instead of waiting. */
    private static final String PATIENCE = "SET lock_timeout = '3s'; SET statement_timeout = '8s'";

    private final DatabaseAddress address;
    private final Connections connections;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Retries retries = new Retries(this::patience);
    private volatile Duration patience;
    private @Nullable Connection connection;
    private int backend;

    private RunLock(DatabaseAddress address, Connection connection, Connections connections, Duration patience)
            throws SQLException {
        this.address = address;
        this.connections = connections;
        this.connection = connection;
        this.patience = patience;
        this.backend = backend(connection);
    }

    /**
     * @throws RunLocked when another session holds it
     * @throws DatabaseUnavailable when the database can't be asked
     */
    public static RunLock take(DatabaseAddress address) throws RunLocked, DatabaseUnavailable {
        return take(address, PooledDatabase.PATIENCE);
    }

    /** @param patience how long to wait for a server that is gone while the lock is held */
    public static RunLock take(DatabaseAddress address, Duration patience) throws RunLocked, DatabaseUnavailable {
        Connections connections = new Connections(address);
        Connection connection = null;
        try {
            connection = open(connections);
            if (takenInTime(connection)) {
                RunLock lock = new RunLock(address, connection, connections, patience);
                connection = null;
                return lock;
            }
            throw new RunLocked(RunLocked.holder(connection));
        } catch (SQLException e) {
            throw new DatabaseUnavailable("can't take the run's lock in " + address.shown() + ": " + e.getMessage(), e);
        } finally {
            closeQuietly(connection);
        }
    }

    private static Connection open(Connections connections) throws SQLException {
        Connection connection = connections.open(ANSWER_SECONDS);
        boolean ready = false;
        try {
            new Handle(connection).execute(PATIENCE);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                closeQuietly(connection);
            }
        }
    }

    private static int backend(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private static boolean takenInTime(Connection connection) throws SQLException {
        long end = System.nanoTime() + FOR_A_DEAD_ONE.toNanos();
        boolean taken = taken(connection);
        while (!taken && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofMillis(PAUSE).toNanos());
            taken = taken(connection);
        }
        return taken;
    }

    private static boolean taken(Connection connection) throws SQLException {
        return new Handle(connection)
                .sql("SELECT pg_try_advisory_lock(:key)")
                .bind("key", KEY)
                .one(row -> row.getBoolean(1));
    }

    /** Who holds the lock of this database, in one line; empty if nobody does. Takes nothing. */
    public static Optional<String> holder(Handle handle) throws SQLException {
        boolean held = handle.sql("SELECT " + HELD).one(row -> row.getBoolean(1));
        return held ? Optional.of(RunLocked.holder(handle.connection())) : Optional.empty();
    }

    private Duration patience() {
        return patience;
    }

    /** From now on a lost session is reopened only once: the run is stopping. */
    public void hurry() {
        patience = Duration.ZERO;
    }

    /**
     * In the lock's session.
     *
     * @throws LockLost if another run has taken the lock meanwhile; then this run must not write any more
     */
    @Override
    public <T> T inTransaction(Work<T> work) throws SQLException {
        return retries.of(() -> once(work));
    }

    /** Like {@link #inTransaction}, but tries only once to reopen a lost session. */
    @Override
    public <T> T inTransactionOnce(Work<T> work) throws SQLException {
        return once(work);
    }

    private <T> T once(Work<T> work) throws SQLException {
        oneAtATime.lock();
        try {
            Connection session = held();
            try {
                return Transaction.on(new Handle(session), work);
            } catch (SQLException e) {
                DatabaseFault fault = DatabaseFault.of(e);
                if (fault == DatabaseFault.GONE || fault == DatabaseFault.STANDBY) {
                    closeQuietly(session);
                    connection = null;
                }
                throw e;
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private Connection held() throws SQLException {
        Connection open = connection;
        if (open != null && !open.isClosed()) {
            return open;
        }
        Connection anew = open(connections);
        boolean held = false;
        try {
            held = taken(anew) || endedOwn(anew) && taken(anew);
            if (!held) {
                throw new LockLost("another run took the lock of " + address.shown()
                        + " while this run's connection was lost; this run stops");
            }
            connection = anew;
            backend = backend(anew);
            return anew;
        } finally {
            if (!held) {
                closeQuietly(anew);
            }
        }
    }

    /** After a lost connection the server may still hold the lock for the old session. */
    private boolean endedOwn(Connection anew) throws SQLException {
        String sql = """
                SELECT pg_terminate_backend(pid, 3000) FROM pg_stat_activity
                WHERE pid = :backend AND application_name = :application AND usename = current_user
                """;
        return new Handle(anew)
                .sql(sql)
                .bind("backend", backend)
                .bind("application", connections.application())
                .first(row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Ends this process's other sessions on the server, so that nothing stays running there. */
    public void endSessionsOf(PooledDatabase database) throws SQLException {
        String sql = """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = :application AND usename = current_user AND pid <> pg_backend_pid()
                """;
        inTransaction(handle ->
                handle.sql(sql).bind("application", database.application()).list(row -> row.getBoolean(1)));
    }

    private static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger("dev.exdate.database").log(System.Logger.Level.DEBUG, "close failed", e);
            }
        }
    }

    /** Releases the lock; the server also does so if the session ends any other way. */
    @Override
    public void close() {
        oneAtATime.lock();
        try {
            closeQuietly(connection);
            connection = null;
        } finally {
            oneAtATime.unlock();
        }
    }
}
