package dev.exdate.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of this process, by what its start has put into the configuration. */
public final class StartSettings {
    /** The file of {@code --sources}. */
    public static final String SOURCES = "exdate.sources";

    /** The folder of a demo, of which all of it is: nothing of the real set-up gets in. */
    public static final String DEMO = "exdate.demo";

    /** Whether the demo's data goes into the database that DATABASE_URL names. */
    public static final String DEMO_DATABASE = "exdate.demo.database";

    /** What may still be needed of the person who tries it. */
    private static final List<String> PROGRAMS = List.of("EXDATE_BROWSER", "EXDATE_PG_DUMP");

    /** As the start has read them. Bound, not kept: a process in which more than one program is started begins each anew. */
    private static final ScopedValue<Settings> READ = ScopedValue.newInstance();

    private StartSettings() {}

    /** Runs the framework, in which {@link #of} gives these settings: reading them takes as long as a query. */
    public static void during(Settings read, Runnable framework) {
        ScopedValue.where(READ, read).run(framework);
    }

    /**
     * The ones that were read before the framework started; read now where nothing was, as in a test's container.
     *
     * @param configured the configuration's value of a name, null for none
     * @throws InvalidSetting when one of the settings cannot be used
     */
    public static Settings of(Function<String, @Nullable String> configured) {
        if (READ.isBound()) {
            return READ.get();
        }
        Optional<Path> sources = Optional.ofNullable(configured.apply(SOURCES)).map(Path::of);
        String demo = configured.apply(DEMO);
        return demo == null
                ? Settings.load(sources)
                : ofDemo(Path.of(demo), sources, configured.apply(DEMO_DATABASE) != null);
    }

    private static Settings ofDemo(Path folder, Optional<Path> sources, boolean namedDatabase) {
        Map<String, String> settings = new HashMap<>();
        for (String own : PROGRAMS) {
            Optional.ofNullable(System.getenv(own)).ifPresent(value -> settings.put(own, value));
        }
        if (namedDatabase) {
            settings.put("DATABASE_URL", System.getenv("DATABASE_URL"));
        }
        settings.put("EXDATE_DATA_DIR", folder.resolve("data").toString());
        settings.put("EXDATE_LOG_DIR", folder.resolve("logs").toString());
        settings.put("EXDATE_BACKUP_DIR", folder.resolve("backups").toString());
        return Settings.of(settings, folder, sources);
    }
}
