package dev.exdate.settings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The defaults that differ from source to source and from task to task; all others stand in the mappings. */
final class SettingDefaults {
    private SettingDefaults() {}

    static Map<String, String> bySourceAndTask() {
        Map<String, String> defaults = new HashMap<>();
        for (SourceId source : SourceId.values()) {
            String prefix = "exdate.source." + source.id();
            defaults.put(prefix + ".base-url", source.defaultBaseUrl());
            defaults.put(prefix + ".requests-per-second", number(source.defaultRequestsPerSecond()));
            defaults.put(prefix + ".concurrency", Integer.toString(source.defaultConcurrency()));
            defaults.put(prefix + ".timeout", source.defaultTimeout().toSeconds() + "s");
            defaults.put(prefix + ".daily-budget", Integer.toString(source.defaultDailyBudget()));
        }
        defaults.put("exdate.task.update.timeout", "3h");
        defaults.put("exdate.task.discovery.timeout", "1h");
        defaults.put("exdate.task.backup.timeout", "1h");
        return defaults;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
