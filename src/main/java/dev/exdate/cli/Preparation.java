package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.server.DatabasePlace;
import dev.exdate.database.server.PrivateServer;
import dev.exdate.settings.SettingPaths;
import dev.exdate.settings.Settings;
import dev.exdate.settings.StartSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was set up for a command before the framework starts, taken down when all has ended; and what to configure then. */
final class Preparation implements AutoCloseable {
    private final Map<String, String> configuration = new HashMap<>();
    private final Deque<Step> atTheEnd = new ArrayDeque<>();
    private Optional<Settings> settings = Optional.empty();

    /** Takes something down. */
    interface Step {
        void take() throws IOException;
    }

    /** Settings that can be used; throws {@link dev.exdate.settings.InvalidSetting} for those that can't. */
    static Preparation settings(Optional<Path> sources) {
        Optional<Path> file = sources.or(() ->
                Optional.ofNullable(System.getProperty(StartSettings.SOURCES)).map(Path::of));
        Preparation preparation = new Preparation();
        file.ifPresent(named -> preparation.configure(
                StartSettings.SOURCES, named.toAbsolutePath().toString()));
        preparation.read();
        return preparation;
    }

    /** Settings that can be used, and everything that they name is there. */
    private static Preparation writing(Optional<Path> sources) {
        Preparation preparation = settings(sources);
        SettingPaths.check(preparation.read());
        return preparation;
    }

    /** Settings and an existing database to write to. */
    static Preparation filled(Optional<Path> sources) throws DatabaseUnavailable, InterruptedException {
        return writing(sources).served();
    }

    /**
     * Settings and a database to write to. If they name none, it is the private server, which is made if it was asked for.
     *
     * @throws DatabaseUnavailable if there is no database
     */
    static Preparation database(Optional<Path> sources, PrivateOption option)
            throws DatabaseUnavailable, InterruptedException {
        Preparation preparation = writing(sources);
        if (!preparation.isAskedForPrivate(option)) {
            preparation.requireAny();
        }
        preparation.serve();
        return preparation;
    }

    /**
     * Settings and a database to look at.
     *
     * @throws DatabaseUnavailable if there is no database
     */
    static Preparation existing(Optional<Path> sources) throws DatabaseUnavailable, InterruptedException {
        return settings(sources).served();
    }

    private Preparation served() throws DatabaseUnavailable, InterruptedException {
        requireAny();
        serve();
        return this;
    }

    /** Settings, and a database to look at if there is one. Why there is none is told when it is asked for. */
    static Preparation checking(Optional<Path> sources, PrivateOption option) throws InterruptedException {
        Preparation preparation = settings(sources);
        boolean asked = preparation.isAskedForPrivate(option);
        try {
            preparation.requireAny();
            preparation.serve();
        } catch (DatabaseUnavailable e) {
            preparation
                    .configure(DatabasePlace.WANTED, "true")
                    .configure(DatabasePlace.TROUBLE, String.valueOf(e.getMessage()));
            if (asked) {
                preparation.configure(DatabasePlace.COMING, "true");
            }
        }
        return preparation;
    }

    private boolean isAskedForPrivate(PrivateOption option) {
        read().refuseBoth("--private", option.said);
        return option.said || read().privateDatabase();
    }

    private void requireAny() throws DatabaseUnavailable {
        if (read().database().isEmpty()) {
            PrivateServer.require(read().dataFolder());
        }
    }

    /** As they were read first. */
    private Settings read() {
        Settings read = settings.orElseGet(() -> StartSettings.of(configuration::get));
        settings = Optional.of(read);
        return read;
    }

    /** Starts the private server if the settings name no database. What comes of it is told when it is asked for. */
    void serve() throws InterruptedException {
        configure(DatabasePlace.WANTED, "true");
        if (read().database().isEmpty()) {
            try {
                PrivateServer server = PrivateServer.start(read().dataFolder());
                atTheEnd(server::close);
            } catch (DatabaseUnavailable e) {
                configure(DatabasePlace.TROUBLE, String.valueOf(e.getMessage()));
            }
        }
    }

    Preparation configure(String name, String value) {
        configuration.put(name, value);
        return this;
    }

    /** What is set up last is taken down first. */
    void atTheEnd(Step step) {
        atTheEnd.push(step);
    }

    Map<String, String> configuration() {
        return Map.copyOf(configuration);
    }

    /** Empty for a command that reads none. */
    Optional<Settings> settings() {
        return settings;
    }

    /** All steps are taken: what fails is told by the last one that did. */
    @Override
    public void close() throws IOException {
        if (!atTheEnd.isEmpty()) {
            try {
                atTheEnd.pop().take();
            } finally {
                close();
            }
        }
    }
}
