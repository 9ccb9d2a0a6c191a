package dev.exdate.settings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The defaults of what is set for each source and each task; all others stand in the mappings. */
final class SettingDefaults {
    private static final String TASK = "45m";
    private static final Map<String, String> LONGER = Map.of("update", "3h", "discovery", "1h", "backup", "1h");

    private SettingDefaults() {}

    static Map<String, String> bySourceAndTask(SourceCatalog catalog) {
        Map<String, String> defaults = new HashMap<>();
        for (SourceProfile source : catalog.sources()) {
            String prefix = "exdate.source." + source.id();
            defaults.put(prefix + ".base-url", source.baseUrl());
            defaults.put(prefix + ".requests-per-second", number(source.requestsPerSecond()));
            defaults.put(prefix + ".concurrency", Integer.toString(source.concurrency()));
            defaults.put(prefix + ".timeout", source.timeout().toSeconds() + "s");
            defaults.put(prefix + ".daily-budget", Integer.toString(source.dailyBudget()));
            defaults.put(prefix + ".enabled", "true");
            defaults.put(prefix + ".via", "auto");
        }
        for (String task : catalog.tasks()) {
            defaults.put("exdate.task." + task + ".timeout", LONGER.getOrDefault(task, TASK));
        }
        return defaults;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
