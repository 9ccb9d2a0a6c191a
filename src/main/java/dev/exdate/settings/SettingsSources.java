package dev.exdate.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where settings are written, the first place first: a {@code --sources} file, the environment, {@code .env} and
 * {@code config/application.properties}. What is set to nothing in one place counts as not set in those after it, so that
 * the environment can take back what a file sets.
 */
record SettingsSources(List<Place> places) {
    /** Set to nothing, it means standard output. */
    private static final String LOG_FOLDER = "EXDATE_LOG_DIR";

    /** One of the places, with names as the environment has them, or as properties have them. */
    record Place(String name, Map<String, String> values) {
        private static final String ENVIRONMENT = "environment";

        boolean isEnvironment() {
            return name.equals(ENVIRONMENT);
        }

        /** {@code EXDATE_NOPE in .env}. */
        String holding(String variable) {
            return variable + " in " + (isEnvironment() ? "the environment" : name);
        }
    }

    /** @throws InvalidSetting when one of the files can't be read */
    static SettingsSources of(Map<String, String> environment, Path folder, Optional<Path> sourcesFile) {
        List<Place> places = new ArrayList<>();
        sourcesFile.ifPresent(
                file -> places.add(new Place(file.toString(), SettingsFile.properties(folder.resolve(file)))));
        places.add(new Place(Place.ENVIRONMENT, environment));
        places.add(new Place(".env", SettingsFile.environmentIfThere(folder.resolve(".env"))));
        String properties = "config/application.properties";
        places.add(new Place(properties, SettingsFile.propertiesIfThere(folder.resolve(properties))));
        return new SettingsSources(places);
    }

    SettingsSources after(Place first) {
        return new SettingsSources(
                Stream.concat(Stream.of(first), places.stream()).toList());
    }

    /** With {@link UnprefixedConfig} mapped, which never fails. A {@code $} in a value has no special meaning here. */
    SmallRyeConfig config(SourceCatalog catalog) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withDefaultValues(SettingDefaults.bySourceAndTask(catalog))
                .withMapping(UnprefixedConfig.class, "")
                .withValidateUnknown(false);
        Set<String> takenBack = new HashSet<>();
        int ordinal = EnvConfigSource.ORDINAL;
        for (Place place : places) {
            Map<String, String> values = new HashMap<>();
            place.values().forEach((name, value) -> {
                String variable = SettingNames.variable(name);
                if (value.isBlank() && !variable.equals(LOG_FOLDER)) {
                    takenBack.add(variable);
                } else if (!takenBack.contains(variable)) {
                    values.put(variable, value.strip());
                }
            });
            builder.withSources(new PlaceSource(place.name(), values, ordinal--));
        }
        return builder.build();
    }

    /** Finds {@code EXDATE_LOG_DIR} for {@code exdate.log-dir}. */
    private static final class PlaceSource extends EnvConfigSource {
        private final String name;

        PlaceSource(String name, Map<String, String> values, int ordinal) {
            super(values, ordinal);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
