package dev.exdate.database.server;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where this process's database is: the one that the settings name, else the private server that its start has started.
 * If that server has died since, it is started again.
 */
@Singleton
public final class DatabasePlace {
    /** Whether the command that was started works with a database. */
    public static final String WANTED = "exdate.start.database";

    /** Why there is no database. */
    public static final String TROUBLE = "exdate.start.trouble";

    /** Whether a run would make the private server that is missing. */
    public static final String COMING = "exdate.start.coming";

    private final Settings settings;
    private final Optional<String> trouble;
    private final boolean coming;
    private @Nullable DatabaseAddress known;
    private @Nullable PrivateServer restarted;

    /**
     * @param trouble why there is no database, if so
     * @param coming set if a run would make the private server that is missing
     */
    public DatabasePlace(
            Settings settings,
            @ConfigProperty(name = TROUBLE) Optional<String> trouble,
            @ConfigProperty(name = COMING) Optional<Boolean> coming) {
        this.settings = settings;
        this.trouble = trouble;
        this.coming = coming.orElse(false);
    }

    /** @throws DatabaseUnavailable when no database is named and there is no private server */
    public DatabaseAddress address() throws DatabaseUnavailable {
        Optional<DatabaseAddress> named = settings.database();
        if (named.isPresent()) {
            return named.get();
        }
        if (trouble.isPresent()) {
            throw new DatabaseUnavailable(trouble.get());
        }
        return privateAddress();
    }

    /** Which database this is, for people: never with a password. */
    public String shown() {
        return settings.database()
                .map(named -> "%s on %s (user %s)".formatted(named.database(), named.hostAndPort(), named.user()))
                .orElseGet(() -> "private, in " + settings.dataFolder().toAbsolutePath());
    }

    /** Whether a run would make the database that is missing. */
    public boolean coming() {
        return coming;
    }

    private synchronized DatabaseAddress privateAddress() throws DatabaseUnavailable {
        Path folder = settings.dataFolder();
        Optional<DatabaseAddress> running = PrivateServer.running(folder);
        DatabaseAddress address = running.isPresent() ? running.get() : startedAgain(folder);
        // The pool connects to one port for as long as this process lives.
        if (known != null && known.port() != address.port()) {
            throw new DatabaseUnavailable("the private PostgreSQL in " + folder + " has moved from port " + known.port()
                    + " to " + address.port() + "; start this command again");
        }
        known = address;
        return address;
    }

    private DatabaseAddress startedAgain(Path folder) throws DatabaseUnavailable {
        PrivateServer.require(folder);
        try {
            PrivateServer server = PrivateServer.start(folder);
            restarted = server;
            return server.address();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("the private PostgreSQL in " + folder + " is down", e);
        }
    }

    /** Stops what was started again; the rest is stopped by the one who started it. */
    @PreDestroy
    synchronized void close() {
        if (restarted != null) {
            restarted.close();
        }
    }
}
