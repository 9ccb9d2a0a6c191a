package dev.exdate.backup;

import dev.exdate.process.Children;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of all backups: day folders {@code YYYYMMDD} with sets in them. Files that do not belong to a backup are
 * never touched.
 */
final class BackupFolder {
    private static final Pattern OURS = Pattern.compile(
            "(?:full_backup_(\\d{8}_\\d{6})\\.(?:dump|dump\\.age|dump\\.sha256|manifest\\.json|owner)|schema_backup_(\\d{8}_\\d{6})\\.sql(?:\\.age)?)(?:\\.partial)?");

    private final Path root;

    BackupFolder(Path root) {
        this.root = root;
    }

    /** Sets whose dump has its final name, newest first. */
    List<BackupSet> complete() throws IOException {
        List<BackupSet> sets = new ArrayList<>();
        for (Path folder : days()) {
            for (Path file : ours(folder)) {
                if (Files.size(file) > 0) {
                    BackupSet.ofDump(file).ifPresent(sets::add);
                }
            }
        }
        sets.sort(Comparator.comparing(BackupSet::stamp).reversed());
        return sets;
    }

    /** The same, with manifest and size. */
    List<StoredSet> stored() throws IOException {
        List<StoredSet> sets = new ArrayList<>();
        for (BackupSet set : complete()) {
            sets.add(StoredSet.of(set));
        }
        sets.sort(Comparator.comparing(StoredSet::madeAt).reversed());
        return sets;
    }

    /**
     * Removes unfinished sets of killed processes and stops a dump that may still be writing. Sets that another process
     * is making stay.
     *
     * @return the removed sets
     */
    List<BackupSet> removeUnfinished() throws IOException {
        List<BackupSet> removed = new ArrayList<>();
        for (Path folder : days()) {
            for (BackupSet set : begun(folder)) {
                if (set.isBeingMade()) {
                    continue;
                }
                Children.endThoseAt(BackupSet.partial(set.dump()));
                if (set.isComplete()) {
                    Files.deleteIfExists(set.owner());
                } else {
                    remove(set);
                    removed.add(set);
                }
            }
        }
        removeEmptyDays();
        return removed;
    }

    /** All but the newest, because another process may be about to start in it. */
    private void removeEmptyDays() throws IOException {
        List<Path> newestFirst =
                days().stream().sorted(Comparator.reverseOrder()).toList();
        for (Path folder : newestFirst.stream().skip(1).toList()) {
            BackupSet.removeIfEmpty(folder);
        }
    }

    private static List<BackupSet> begun(Path folder) throws IOException {
        Set<String> stamps = new TreeSet<>();
        Set<String> encrypted = new TreeSet<>();
        for (Path file : ours(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".partial") || name.endsWith(".owner")) {
                stamps.add(stamp(name));
            }
            if (name.contains(".dump.age")) {
                encrypted.add(stamp(name));
            }
        }
        return stamps.stream()
                .map(stamp -> new BackupSet(folder, stamp, encrypted.contains(stamp)))
                .toList();
    }

    /** The unfinished dump goes last, so that after another kill the next process finds the set again. */
    private static void remove(BackupSet set) throws IOException {
        Path last = BackupSet.partial(set.dump());
        for (Path file : ours(set.folder())) {
            if (stamp(file.getFileName().toString()).equals(set.stamp()) && !file.equals(last)) {
                Files.deleteIfExists(file);
            }
        }
        set.discard();
    }

    /** The set of a database that a new one of {@code day} is compared with: the newest of an earlier day. */
    Optional<StoredSet> lastBefore(LocalDate day, String database) throws IOException {
        return stored().stream()
                .filter(stored -> stored.set().day().isBefore(day) && !stored.isBeforeRestore())
                .filter(stored ->
                        stored.database().isEmpty() || stored.database().equals(database))
                .findFirst();
    }

    /** Bytes that a new set may need, by the one before it; 0 if that is unknown. */
    static long needed(Optional<StoredSet> earlier) {
        return earlier.map(it -> it.size() + it.size() / 5).orElse(0L);
    }

    private List<Path> days() throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
                for (Path entry : entries) {
                    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                            && day(entry).isPresent()) {
                        folders.add(entry);
                    }
                }
            }
        }
        return folders;
    }

    private static List<Path> ours(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                        && OURS.matcher(name).matches()
                        && stamp(name).startsWith(folder.getFileName().toString())) {
                    files.add(entry);
                }
            }
        }
        return files;
    }

    private static String stamp(String name) {
        Matcher ours = OURS.matcher(name);
        if (!ours.matches()) {
            return "";
        }
        return ours.group(1) == null ? ours.group(2) : ours.group(1);
    }

    private static Optional<LocalDate> day(Path folder) {
        try {
            return Optional.of(LocalDate.parse(folder.getFileName().toString(), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
