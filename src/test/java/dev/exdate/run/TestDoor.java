package dev.exdate.run;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.server.DatabasePlace;
import dev.exdate.settings.Settings;
import java.util.Optional;

/** The way to a test's database without a container. */
public final class TestDoor {
    private TestDoor() {}

    public static DatabaseDoor to(TestDatabase database, Settings settings) {
        return new DatabaseDoor(
                new DatabasePlace(settings, Optional.empty(), Optional.empty()), database::pool, database::migrations);
    }
}
