package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

/** A pool and a Flyway for tests without a container, as Quarkus makes them by the program's configuration. */
final class TestPool {
    private TestPool() {}

    static AgroalDataSource of(DatabaseAddress address) throws SQLException {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration.connectionPoolConfiguration(kept -> kept.maxSize(12)
                .acquisitionTimeout(Duration.ofSeconds(60))
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .validateOnBorrow(true)
                .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(5))
                .connectionFactoryConfiguration(factory -> {
                    factory.connectionProviderClass(Driver.class)
                            .jdbcUrl(address.jdbcUrl())
                            .initialSql(Connections.SET_UP)
                            .principal(new NamePrincipal(address.user()));
                    address.secret().ifPresent(password -> factory.credential(new SimplePassword(password.reveal())));
                    new Connections(address)
                            .properties()
                            .forEach((name, value) -> factory.jdbcProperty(name.toString(), value.toString()));
                    return factory;
                }));
        return AgroalDataSource.from(configuration);
    }

    static Flyway flyway(AgroalDataSource pool) {
        return Flyway.configure()
                .dataSource(pool)
                .schemas("exdate")
                .createSchemas(true)
                .cleanDisabled(true)
                .placeholderReplacement(false)
                .load();
    }
}
