package dev.exdate.database.server;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Settings;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this process's database is: the one that the settings name, else the private server that its start has started. */
@Singleton
public final class DatabasePlace {
    /** Whether the command that was started works with a database. */
    public static final String WANTED = "exdate.database";

    /** Why the private server could not be started. */
    public static final String TROUBLE = "exdate.database.trouble";

    private final Settings settings;
    private final Optional<String> trouble;

    /** @param trouble why the private server could not be started, if so */
    public DatabasePlace(Settings settings, @ConfigProperty(name = TROUBLE) Optional<String> trouble) {
        this.settings = settings;
        this.trouble = trouble;
    }

    /** @throws DatabaseUnavailable when no database is named and no private server is up */
    public DatabaseAddress address() throws DatabaseUnavailable {
        Optional<DatabaseAddress> named = settings.database();
        if (named.isPresent()) {
            return named.get();
        }
        if (trouble.isPresent()) {
            throw new DatabaseUnavailable(trouble.get());
        }
        return PrivateServer.running(settings.dataFolder())
                .orElseThrow(() -> new DatabaseUnavailable("no private PostgreSQL is up in " + settings.dataFolder()));
    }
}
