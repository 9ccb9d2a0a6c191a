package dev.exdate.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings that are files: a secret named by {@code …_FILE}, and what systemd puts into {@code $CREDENTIALS_DIRECTORY}.
 *
 * @param names of all settings
 * @param folder that relative paths start from
 */
record SecretFiles(SettingNames names, Path folder) {
    private static final String FILE = "_FILE";
    private static final int LARGEST = 65_536;

    /** {@code DATABASE_URL_FILE}. */
    static String variable(String secret) {
        return secret + FILE;
    }

    /** The file's text. */
    String read(String setting, String path) {
        Path file = folder.resolve(path);
        try {
            if (Files.size(file) > LARGEST) {
                throw new InvalidSetting(setting + ": " + file + " is too large for a secret");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.isEmpty() || text.lines().count() > 1) {
                throw new InvalidSetting(setting + ": " + file + " must have one line, the secret");
            }
            return text;
        } catch (IOException e) {
            throw new InvalidSetting(setting + ": " + file + " can't be read: " + FileFailure.reason(e));
        }
    }

    /**
     * The credentials by the names of settings. Those with other names are listed without being read, so that a misspelt
     * one is found.
     */
    Map<String, String> credentials(String directory) {
        Map<String, String> values = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(directory), Files::isRegularFile)) {
            for (Path file : files) {
                String name = SettingNames.variable(file.getFileName().toString());
                values.put(
                        name,
                        names.all().containsKey(name) ? read("$CREDENTIALS_DIRECTORY", file.toString()) : "not read");
            }
        } catch (IOException e) {
            throw new InvalidSetting(
                    "$CREDENTIALS_DIRECTORY: " + directory + " can't be read: " + FileFailure.reason(e));
        }
        return values;
    }
}
