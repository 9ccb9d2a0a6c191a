package dev.exdate.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Whether what the settings name is there: programs, files, and folders to write to. A folder that is only the default
 * may be missing or closed, because not every command needs it.
 */
public final class SettingPaths {
    private static final List<String> CERTIFICATES = List.of("sslrootcert", "sslcert", "sslkey");

    private final Map<String, String> wrong = new TreeMap<>();

    private SettingPaths() {}

    /** What is wrong with them, by setting: {@code is "/nowhere", which does not exist; …}. */
    public static Map<String, String> wrong(Settings settings) {
        SettingPaths paths = new SettingPaths();
        BackupSettings backup = settings.backup();
        paths.program("EXDATE_BROWSER", settings.browser());
        paths.program("EXDATE_PG_DUMP", backup.pgDump());
        paths.program("EXDATE_BACKUP_HOOK", backup.hook().map(BackupSettings.Hook::program));
        paths.file("EXDATE_BACKUP_IDENTITY", backup.identity());
        for (String parameter : CERTIFICATES) {
            paths.file(
                    parameter,
                    settings.database()
                            .flatMap(address ->
                                    Optional.ofNullable(address.parameters().get(parameter)))
                            .map(Path::of));
        }
        List<String> set = settings.all().stream()
                .filter(setting -> !setting.source().equals(SettingValue.DEFAULT))
                .map(SettingValue::name)
                .toList();
        Map<String, Optional<Path>> folders = new TreeMap<>();
        folders.put("EXDATE_LOG_DIR", settings.logFolder());
        folders.put("EXDATE_BACKUP_DIR", Optional.of(settings.backupFolder()));
        if (settings.database().isEmpty()) {
            folders.put("EXDATE_DATA_DIR", Optional.of(settings.dataFolder()));
        }
        folders.keySet().retainAll(set);
        folders.forEach(paths::folder);
        return paths.wrong;
    }

    /** @throws InvalidSetting in one line with all that is wrong */
    public static void check(Settings settings) {
        Map<String, String> wrong = wrong(settings);
        if (!wrong.isEmpty()) {
            List<String> lines = new ArrayList<>();
            wrong.forEach((name, why) -> lines.add(name + " " + why));
            throw new InvalidSetting(String.join("; ", lines));
        }
    }

    private void program(String name, Optional<Path> set) {
        existing(name, set, Files::isExecutable, "is not executable", "an executable program");
    }

    private void file(String name, Optional<Path> set) {
        existing(name, set, Files::isReadable, "can't be read", "a readable file");
    }

    private void existing(String name, Optional<Path> set, Predicate<Path> usable, String unusable, String wanted) {
        set.ifPresent(path -> {
            if (!Files.exists(path)) {
                note(name, path, "which does not exist", wanted);
            } else if (!Files.isRegularFile(path)) {
                note(name, path, "which is not a file", wanted);
            } else if (!usable.test(path)) {
                note(name, path, "which " + unusable, wanted);
            }
        });
    }

    private void folder(String name, Optional<Path> set) {
        set.ifPresent(path -> {
            Path there = path.toAbsolutePath();
            while (there.getParent() != null && !Files.exists(there)) {
                there = there.getParent();
            }
            String what = there.equals(path.toAbsolutePath()) ? "which" : "and " + there;
            if (!Files.isDirectory(there)) {
                note(name, path, what + " is not a folder", "a folder that Exdate may write to");
            } else if (!Files.isWritable(there)) {
                note(name, path, what + " is not writable", "a folder that Exdate may write to");
            }
        });
    }

    private void note(String name, Path path, String what, String wanted) {
        wrong.put(name, "is \"" + path + "\", " + what + "; set it to " + wanted);
    }
}
