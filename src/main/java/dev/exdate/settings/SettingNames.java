package dev.exdate.settings;

import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The names of all settings, as the mappings have them. */
final class SettingNames {
    private static final String SOURCE = "EXDATE_SOURCE_";
    private static final String TASK = "EXDATE_TASK_";
    private static final Map<String, Iterable<String>> KEYS =
            Map.of("exdate.source.*", new SettingKeys.Sources().get(), "exdate.task.*", new SettingKeys.Tasks().get());

    private SettingNames() {}

    static List<ConfigClass> mappings() {
        return List.of(new ConfigClass(ExdateConfig.class, "exdate"), new ConfigClass(UnprefixedConfig.class, ""));
    }

    /** {@code exdate.run-timeout} is {@code EXDATE_RUN_TIMEOUT}. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The properties by the variable of the same name, one for each source and task, in alphabetical order. */
    static TreeMap<String, String> all() {
        return mappings().stream()
                .flatMap(mapping -> mapping.getProperties().keySet().stream())
                .flatMap(SettingNames::forEachKey)
                .collect(Collectors.toMap(
                        SettingNames::variable, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    private static Stream<String> forEachKey(String property) {
        return KEYS.entrySet().stream()
                .filter(group -> property.startsWith(group.getKey()))
                .findFirst()
                .map(group -> StreamSupport.stream(group.getValue().spliterator(), false)
                        .map(key -> property.replace("*", key)))
                .orElse(Stream.of(property));
    }

    /** @throws InvalidSetting when one that is set looks like a source's or a task's, and nothing reads it */
    static void check(Iterable<String> propertiesThatAreSet) {
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

    private static String unknownSource(String name) {
        Set<String> endings = mappings().getFirst().getProperties().keySet().stream()
                .filter(property -> property.startsWith("exdate.source.*"))
                .map(property -> variable(property.substring("exdate.source.*".length())))
                .collect(Collectors.toCollection(TreeSet::new));
        return endings.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> ": unknown source "
                        + name.substring(SOURCE.length(), Math.max(SOURCE.length(), name.length() - ending.length()))
                        + "; choose from "
                        + Stream.of(SourceId.values()).map(SourceId::name).collect(Collectors.joining(" ")))
                .orElseGet(() -> " is not a setting; a source's settings are " + SOURCE + "<ID> with "
                        + String.join(", ", endings));
    }
}
