package dev.exdate.settings;

import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of all settings, as the mappings have them. */
record SettingNames(SourceCatalog catalog) {
    private static final String EACH_SOURCE = "exdate.source.*";
    private static final String EACH_TASK = "exdate.task.*";

    static List<ConfigClass> mappings() {
        return List.of(new ConfigClass(ExdateConfig.class, "exdate"), new ConfigClass(UnprefixedConfig.class, ""));
    }

    /** {@code exdate.run-timeout} is {@code EXDATE_RUN_TIMEOUT}. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The properties by the variable of the same name, one for each source and task, in alphabetical order. */
    TreeMap<String, String> all() {
        Stream<String> mapped = mappings().stream()
                .flatMap(mapping -> mapping.getProperties().keySet().stream())
                .flatMap(this::forEachKey);
        return Stream.of(mapped, keys().stream(), secrets().stream().map(SecretFiles::variable))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(
                        SettingNames::variable, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    /** The settings with the sources' keys. */
    Set<String> keys() {
        return catalog.sources().stream()
                .map(SourceProfile::keySetting)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The properties with secrets. */
    Set<String> secretProperties() {
        return Stream.concat(keys().stream(), mappings().stream().flatMap(mapping -> mapping.getSecrets().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The variables with secrets, each of which a file may hold. */
    Set<String> secrets() {
        return secretProperties().stream().map(SettingNames::variable).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> forEachKey(String property) {
        if (property.startsWith(EACH_SOURCE)) {
            return catalog.sources().stream()
                    .map(source -> property.replace("*", source.id().id()));
        }
        if (property.startsWith(EACH_TASK)) {
            return catalog.tasks().stream().map(task -> property.replace("*", task));
        }
        return Stream.of(property);
    }
}
