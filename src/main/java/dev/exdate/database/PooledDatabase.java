package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.Driver;

/**
 * A database behind a small Agroal pool: twelve tasks never need more than a few connections at once. An interrupt of a
 * virtual thread that waits for the server closes its connection; the server ends the statement soon after.
 */
public final class PooledDatabase implements Database, AutoCloseable {
    /** How long a server that is gone is waited for. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int CONNECTIONS = 12;
    private static final Duration FOR_A_CONNECTION = Duration.ofSeconds(60);
    private static final int VALIDATION_SECONDS = 5;

    private final DatabaseAddress address;
    private final Connections connections;
    private final AgroalDataSource pool;
    private final Retries retries = new Retries(this::patience);
    private volatile Duration patience;

    private PooledDatabase(DatabaseAddress address, Connections connections, AgroalDataSource pool, Duration patience) {
        this.address = address;
        this.connections = connections;
        this.pool = pool;
        this.patience = patience;
    }

    /** Opens no connection yet. */
    public static PooledDatabase at(DatabaseAddress address) throws SQLException {
        return at(address, PATIENCE);
    }

    /** @param patience how long a server that is gone is waited for */
    public static PooledDatabase at(DatabaseAddress address, Duration patience) throws SQLException {
        Connections connections = new Connections(address);
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration.connectionPoolConfiguration(kept -> kept.maxSize(CONNECTIONS)
                .acquisitionTimeout(FOR_A_CONNECTION)
                // An interrupt that ends a task closes the socket it waits on; the server may restart. Neither must
                // reach
                // the next one who borrows.
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .validateOnBorrow(true)
                .connectionValidator(AgroalConnectionPoolConfiguration.ConnectionValidator.defaultValidatorWithTimeout(
                        VALIDATION_SECONDS))
                .connectionFactoryConfiguration(factory -> {
                    factory.connectionProviderClass(Driver.class)
                            .jdbcUrl(address.jdbcUrl())
                            .initialSql(Connections.SET_UP)
                            .principal(new NamePrincipal(address.user()));
                    address.secret().ifPresent(password -> factory.credential(new SimplePassword(password.reveal())));
                    connections
                            .properties()
                            .forEach((name, value) -> factory.jdbcProperty(name.toString(), value.toString()));
                    return factory;
                }));
        return new PooledDatabase(address, connections, AgroalDataSource.from(configuration), patience);
    }

    /** A connection of its own, outside of any pool. */
    public static Connection connect(DatabaseAddress address) throws SQLException {
        return new Connections(address).open();
    }

    public DatabaseAddress address() {
        return address;
    }

    /** What this process's sessions are called on the server. */
    String application() {
        return connections.application();
    }

    public DataSource dataSource() {
        return pool;
    }

    private Duration patience() {
        return patience;
    }

    /** From now on nothing is waited for or done again: the run is to end. */
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

    @Override
    public void close() {
        pool.close();
    }
}
