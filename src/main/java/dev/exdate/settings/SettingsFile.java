package dev.exdate.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Files with settings: properties, and {@code .env} with {@code NAME=value} lines, quoted or not. */
final class SettingsFile {
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
            throw new BadSetting("the settings file " + file + " can't be read: " + reason(e));
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** Empty when there is no such file. Values with blanks need no quotes; {@code export} before a name is allowed. */
    static Map<String, String> environmentIfThere(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String plain = line.strip();
                int equals = plain.indexOf('=');
                if (equals > 0 && !plain.startsWith("#")) {
                    String name = plain.substring(0, equals)
                            .replaceFirst("^export\\s+", "")
                            .strip();
                    values.put(name, unquoted(plain.substring(equals + 1).strip()));
                }
            }
        } catch (IOException e) {
            throw new BadSetting("the settings file " + file + " can't be read: " + reason(e));
        }
        return values;
    }

    private static String reason(Exception e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : e.getClass().getSimpleName();
    }

    private static String unquoted(String value) {
        if (value.length() >= 2) {
            char first = value.charAt(0);
            if ((first == '"' || first == '\'') && value.charAt(value.length() - 1) == first) {
                return value.substring(1, value.length() - 1);
            }
        }
        return value;
    }
}
