package dev.exdate.testing;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.server.DatabasePlace;
import dev.exdate.settings.SourceId;
import dev.exdate.settings.StartSettings;
import dev.exdate.source.Sources;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An empty database for tests of what runs within Quarkus: named by a file of settings, in which no source is switched on. */
public final class QuarkusDatabase implements QuarkusTestResourceLifecycleManager {
    private @Nullable TestDatabase database;
    private @Nullable Path file;

    @Override
    public Map<String, String> start() {
        String named = System.getProperty(StartSettings.SOURCES);
        if (named != null) {
            // Each start of a packaged program makes a resource anew; all are to work on the first one's database.
            return settings(named);
        }
        try {
            TestDatabase made = TestDatabase.empty();
            database = made;
            Path settings = Files.createTempFile("exdate", ".properties");
            file = settings;
            List<String> lines = new ArrayList<>(List.of("DATABASE_URL=" + made.url()));
            for (SourceId source : Sources.ids()) {
                lines.add("EXDATE_SOURCE_" + source.name() + "_ENABLED=false");
            }
            Files.write(settings, lines, StandardCharsets.UTF_8);
            // Read by a program in this process before the framework starts; one in a process of its own gets it named.
            System.setProperty(StartSettings.SOURCES, settings.toString());
            return settings(settings.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(String sources) {
        return Map.of(StartSettings.SOURCES, sources, DatabasePlace.WANTED, "true");
    }

    @Override
    public void stop() {
        if (file == null) {
            return;
        }
        System.clearProperty(StartSettings.SOURCES);
        try {
            if (database != null) {
                database.close();
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
