package dev.exdate.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files with settings: properties, and {@code .env} with {@code NAME=value} lines, quoted or not. */
final class SettingsFile {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\uFEFF?\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'(?:\\s*#.*|\\s*)");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\s*#.*|\\s*)");

    private SettingsFile() {}

    /** Empty when there is no such file. */
    static Map<String, String> propertiesIfThere(Path file) {
        return Files.exists(file) ? properties(file) : Map.of();
    }

    static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSetting("the settings file " + file + " can't be read: " + reason(e));
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /**
     * Empty when there is no such file. {@code NAME=value} lines as shells and other programs read them: {@code export}
     * before a name, quotes around a value, comments behind a {@code #}; values with blanks need no quotes.
     */
    static Map<String, String> environmentIfThere(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Matcher assignment = ASSIGNMENT.matcher(line);
                if (assignment.matches()) {
                    values.put(assignment.group(1), value(assignment.group(2)));
                }
            }
        } catch (IOException e) {
            throw new InvalidSetting("the settings file " + file + " can't be read: " + reason(e));
        }
        return values;
    }

    private static String reason(Exception e) {
        return switch (e) {
            case CharacterCodingException ignored -> "it is not UTF-8";
            case IOException trouble -> FileFailure.reason(trouble);
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String value(String written) {
        Matcher single = SINGLE_QUOTED.matcher(written);
        if (single.matches()) {
            return single.group(1);
        }
        Matcher doubled = DOUBLE_QUOTED.matcher(written);
        if (doubled.matches()) {
            return doubled.group(1).replaceAll("\\\\([\"\\\\$`])", "$1");
        }
        return written.replaceFirst("(^|\\s+)#.*", "").strip();
    }
}
