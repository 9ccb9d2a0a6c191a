package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.server.DatabasePlace;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Settings;
import dev.exdate.settings.StartSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** What is there before Exdate is: the time, the settings, the database's address. */
@Dependent
final class Surroundings {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Settings settings(Config config) {
        return StartSettings.of(
                name -> config.getOptionalValue(name, String.class).orElse(null));
    }

    @Produces
    @Dependent
    BackupSettings backupSettings(Settings settings) {
        return settings.backup();
    }

    @Produces
    @Dependent
    DatabaseAddress databaseAddress(DatabasePlace place) throws DatabaseUnavailable {
        return place.address();
    }
}
