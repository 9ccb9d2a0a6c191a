package dev.exdate.run;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.server.DatabasePlace;
import dev.exdate.settings.Settings;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The way to a test's database without a container. */
public final class TestDoor {
    private TestDoor() {}

    /** Of a run without any task. */
    public static RunPreview preview(TestDatabase database, Settings settings) {
        return new RunPreview(to(database, settings), Map::of, Clock.systemUTC());
    }

    public static DatabaseDoor to(TestDatabase database, Settings settings) {
        return new DatabaseDoor(
                new DatabasePlace(settings, Optional.empty(), Optional.empty()), database::pool, database::migrations);
    }
}
