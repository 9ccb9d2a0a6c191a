package dev.exdate.cli;

import dev.exdate.settings.SettingValue;
import dev.exdate.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of all settings that the program reads. */
final class KnownSettings {
    private KnownSettings() {}

    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (SettingValue setting :
                Settings.of(Map.of(), Path.of("/nowhere"), Optional.empty()).all()) {
            names.add(setting.name());
        }
        return names;
    }
}
