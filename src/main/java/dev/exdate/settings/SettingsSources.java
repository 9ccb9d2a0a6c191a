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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where settings are written, the first place first: a {@code --sources} file, the environment, systemd's
 * credentials, {@code .env} and {@code config/application.properties}. What is set to nothing in one place counts as not set in those after it, so that
 * the environment can take back what a file sets.
 */
record SettingsSources(List<Place> places, SettingNames names, SecretFiles files) {
    /** systemd's folder of secrets. */
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

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
    static SettingsSources of(
            Map<String, String> environment, Path folder, Optional<Path> sourcesFile, SourceCatalog catalog) {
        SettingNames names = new SettingNames(catalog);
        SecretFiles files = new SecretFiles(names, folder);
        List<Place> places = new ArrayList<>();
        sourcesFile.ifPresent(
                file -> places.add(new Place(file.toString(), SettingsFile.properties(folder.resolve(file)))));
        places.add(new Place(Place.ENVIRONMENT, environment));
        Optional.ofNullable(environment.get(CREDENTIALS))
                .filter(directory -> !directory.isBlank())
                .ifPresent(directory -> places.add(new Place("$" + CREDENTIALS, files.credentials(directory))));
        places.add(new Place(".env", SettingsFile.environmentIfThere(folder.resolve(".env"))));
        String properties = "config/application.properties";
        places.add(new Place(properties, SettingsFile.propertiesIfThere(folder.resolve(properties))));
        return new SettingsSources(places, names, files);
    }

    SettingsSources after(Place first) {
        return new SettingsSources(
                Stream.concat(Stream.of(first), places.stream()).toList(), names, files);
    }

    /**
     * With {@link UnprefixedConfig} mapped, which never fails. A {@code $} in a value has no special meaning here.
     *
     * @param trouble takes what is wrong with a secret's file
     */
    SmallRyeConfig config(Consumer<InvalidSetting> trouble) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withDefaultValues(SettingDefaults.bySourceAndTask(names.catalog()))
                .withMapping(UnprefixedConfig.class, "")
                .withValidateUnknown(false);
        Set<String> takenBack = new HashSet<>();
        Map<String, String> holding = new HashMap<>();
        int ordinal = EnvConfigSource.ORDINAL;
        for (Place place : places) {
            Map<String, String> values = values(place, takenBack);
            values.keySet().forEach(name -> holding.putIfAbsent(name, place.holding(name)));
            builder.withSources(new PlaceSource(place.name(), values, ordinal));
            for (String secret : names.secrets()) {
                String path = values.get(SecretFiles.variable(secret));
                if (path != null) {
                    try {
                        builder.withSources(fromFile(secret, path, ordinal));
                    } catch (InvalidSetting e) {
                        trouble.accept(e);
                    }
                }
            }
            ordinal--;
        }
        for (String secret : names.secrets()) {
            String file = holding.get(SecretFiles.variable(secret));
            if (file != null && holding.containsKey(secret)) {
                trouble.accept(
                        new InvalidSetting(holding.get(secret) + " and " + file + " are both set; set only one"));
            }
        }
        return builder.build();
    }

    private PlaceSource fromFile(String secret, String path, int ordinal) {
        String variable = SecretFiles.variable(secret);
        return new PlaceSource(path + " (" + variable + ")", Map.of(secret, files.read(variable, path)), ordinal);
    }

    /**
     * What counts of a place. The names of proxies are written small as well, and then count first, as for curl.
     *
     * @param takenBack by this place and those before it
     */
    private static Map<String, String> values(Place place, Set<String> takenBack) {
        Map<String, String> values = new HashMap<>();
        new TreeMap<>(place.values()).forEach((name, value) -> {
            String variable = SettingNames.variable(name);
            if (value.isBlank() && !variable.equals(LOG_FOLDER)) {
                takenBack.add(variable);
                takenBack.add(SecretFiles.variable(variable));
                values.remove(variable);
            } else if (!takenBack.contains(variable)) {
                values.put(variable, value.strip());
            }
        });
        return values;
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
