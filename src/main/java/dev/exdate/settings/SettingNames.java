package dev.exdate.settings;

import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of all settings, as the mappings have them. */
record SettingNames(SourceCatalog catalog) {
    private static final String SOURCE = "EXDATE_SOURCE_";
    private static final String TASK = "EXDATE_TASK_";
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
        return Stream.concat(mapped, keys().stream())
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

    /** @throws InvalidSetting when one that is set looks like a source's or a task's, and nothing reads it */
    void check(Iterable<String> propertiesThatAreSet) {
        Set<String> known = all().keySet();
        for (String property : propertiesThatAreSet) {
            String name = variable(property);
            if (known.contains(name)) {
                continue;
            }
            if (name.startsWith(SOURCE)) {
                throw new InvalidSetting(name + unknownSource(name));
            }
            if (name.startsWith(TASK)) {
                throw new InvalidSetting(name + " is not a setting; choose from "
                        + known.stream().filter(one -> one.startsWith(TASK)).collect(Collectors.joining(", ")));
            }
        }
    }

    private String unknownSource(String name) {
        Set<String> endings = mappings().getFirst().getProperties().keySet().stream()
                .filter(property -> property.startsWith(EACH_SOURCE))
                .map(property -> variable(property.substring(EACH_SOURCE.length())))
                .collect(Collectors.toCollection(TreeSet::new));
        return endings.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> ": unknown source "
                        + name.substring(SOURCE.length(), Math.max(SOURCE.length(), name.length() - ending.length()))
                        + "; choose from "
                        + catalog.sources().stream()
                                .map(source -> source.id().name())
                                .collect(Collectors.joining(" ")))
                .orElseGet(() -> " is not a setting; a source's settings are " + SOURCE + "<ID> with "
                        + String.join(", ", endings));
    }
}
