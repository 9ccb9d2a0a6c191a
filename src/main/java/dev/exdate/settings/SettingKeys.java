package dev.exdate.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** For what there are settings: a name in the environment does not tell where a source's or task's id ends. */
public final class SettingKeys {
    private SettingKeys() {}

    /** The ids of the sources. */
    public static final class Sources implements Supplier<Iterable<String>> {
        @Override
        public Iterable<String> get() {
            return Arrays.stream(SourceId.values()).map(SourceId::id).toList();
        }
    }

    /** The ids of the tasks, which are defined in a room above this one. */
    public static final class Tasks implements Supplier<Iterable<String>> {
        @Override
        public Iterable<String> get() {
            return List.of(
                    "discovery",
                    "classify-etfs",
                    "yieldmax",
                    "cboe",
                    "nasdaq",
                    "nyse",
                    "snowball",
                    "update",
                    "companies",
                    "holdings",
                    "future-dividends",
                    "backup");
        }
    }
}
