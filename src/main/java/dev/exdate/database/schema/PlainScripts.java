package dev.exdate.database.schema;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The scripts run as they are written: a dollar sign in them is one. */
@Singleton
final class PlainScripts implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.placeholderReplacement(false);
    }
}
