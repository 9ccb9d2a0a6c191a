package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.server.DatabasePlace;
import dev.exdate.database.server.PrivateServer;
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

    /** Settings and a database, which is the private server where they name none. */
    static Preparation database(Optional<Path> sources) throws InterruptedException {
        Preparation preparation = settings(sources);
        preparation.serve();
        return preparation;
    }

    private Settings read() {
        Settings read = StartSettings.of(configuration::get);
        settings = Optional.of(read);
        return read;
    }

    /** Starts the private server where the settings name no database. What comes of it is told when it is asked for. */
    void serve() throws InterruptedException {
        configure(DatabasePlace.WANTED, "true");
        Settings read = settings.orElseGet(this::read);
        if (read.database().isEmpty()) {
            try {
                PrivateServer server = PrivateServer.start(read.dataFolder());
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
