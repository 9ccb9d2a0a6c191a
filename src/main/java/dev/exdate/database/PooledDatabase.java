package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Settings;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The database behind Quarkus' pool: twelve tasks never need more than a few connections at once. An interrupt of a
 * virtual thread that waits for the server closes its connection; the server ends the statement soon after.
 */
@Singleton
@Typed(PooledDatabase.class)
public final class PooledDatabase implements Database {
    /** How long to wait for a server that is gone. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DatabaseAddress address;
    private final AgroalDataSource pool;
    private final Duration usual;
    private final Retries retries = new Retries(this::patience);
    private volatile Duration patience;

    /** @param pool asked for now: without a database there is none */
    @Inject
    PooledDatabase(Provider<AgroalDataSource> pool, DatabaseAddress address, Settings settings) {
        this(pool.get(), address, settings.databasePatience());
    }

    /** @param patience how long a server that is gone is waited for */
    public PooledDatabase(AgroalDataSource pool, DatabaseAddress address, Duration patience) {
        this.pool = pool;
        this.address = address;
        this.usual = patience;
        this.patience = patience;
    }

    public DatabaseAddress address() {
        return address;
    }

    /** The application name of this process's sessions on the server. */
    String application() {
        return pool.getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcProperties()
                .getProperty("ApplicationName");
    }

    private Duration patience() {
        return patience;
    }

    /** A run begins: what is gone is waited for. */
    public void takeTime() {
        patience = usual;
    }

    /** From now on nothing is waited for or repeated: the run is stopping. */
    public void hurry() {
        patience = Duration.ZERO;
    }

    @Override
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public <T> T reading(Work<T> work) throws SQLException {
        return retries.of(() -> once(work));
    }

    @Override
    public <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.run(new Handle(connection));
        }
    }

    @Override
    public <T> T inTransaction(Work<T> work) throws SQLException {
        return retries.of(() -> {
            try (Connection connection = pool.getConnection()) {
                return Transaction.on(new Handle(connection), work);
            }
        });
    }

    /** Between two runs no connection is held open. */
    public void rest() {
        pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
    }
}
