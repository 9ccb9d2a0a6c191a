package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;

/** A database behind a small Agroal pool: twelve tasks never need more than a few connections at once. */
public final class PooledDatabase implements Database, AutoCloseable {
    private static final int CONNECTIONS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONNECT_SECONDS = 10;
    private static final int LOGIN_SECONDS = 15;
    private static final int VALIDATION_SECONDS = 5;

    private final DatabaseAddress address;
    private final AgroalDataSource pool;

    private PooledDatabase(DatabaseAddress address, AgroalDataSource pool) {
        this.address = address;
        this.pool = pool;
    }

    /** Opens no connection yet. */
    public static PooledDatabase at(DatabaseAddress address) throws SQLException {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration.connectionPoolConfiguration(connections -> connections
                .maxSize(CONNECTIONS)
                .acquisitionTimeout(PATIENCE)
                // An interrupt that ends a task closes the socket it waits on; the server may restart: neither
                // must reach the next one who borrows.
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .validateOnBorrow(true)
                .connectionValidator(AgroalConnectionPoolConfiguration.ConnectionValidator.defaultValidatorWithTimeout(
                        VALIDATION_SECONDS))
                .connectionFactoryConfiguration(factory -> {
                    factory.connectionProviderClass(Driver.class)
                            .jdbcUrl(address.jdbcUrl())
                            .principal(new NamePrincipal(address.user()));
                    address.secret().ifPresent(password -> factory.credential(new SimplePassword(password.reveal())));
                    properties(address)
                            .forEach((name, value) -> factory.jdbcProperty(name.toString(), value.toString()));
                    return factory;
                }));
        return new PooledDatabase(address, AgroalDataSource.from(configuration));
    }

    private static Properties properties(DatabaseAddress address) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        // A server may take the connection and say nothing for ever.
        properties.setProperty("loginTimeout", Integer.toString(LOGIN_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "exdate");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.putAll(address.parameters());
        return properties;
    }

    /** A connection of its own, outside the pool, for what must last as long as its session: the run's lock. */
    static Connection connect(DatabaseAddress address) throws SQLException {
        Properties properties = properties(address);
        properties.setProperty("user", address.user());
        address.secret().map(Secret::reveal).ifPresent(password -> properties.setProperty("password", password));
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }

    public DatabaseAddress address() {
        return address;
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                T result = work.run(connection);
                connection.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollback(connection);
                }
                connection.setAutoCommit(true);
            }
        }
    }

    /** The work's own exception is the one to see. */
    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            System.getLogger("dev.exdate.database").log(System.Logger.Level.DEBUG, "rollback failed", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
