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

/** The folder of all backups: day folders {@code YYYYMMDD} with sets in them. What is not a backup's file is never touched. */
final class BackupFolder {
    private static final Pattern OURS = Pattern.compile(
            "(?:full_backup_(\\d{8}_\\d{6})\\.(?:dump|dump\\.sha256|manifest\\.json|owner)|schema_backup_(\\d{8}_\\d{6})\\.sql)(?:\\.partial)?");

    private final Path root;

    BackupFolder(Path root) {
        this.root = root;
    }

    /** Sets whose dump is there under its final name, newest first. */
    List<BackupSet> complete() throws IOException {
        List<BackupSet> sets = new ArrayList<>();
        for (Path folder : days()) {
            for (Path file : ours(folder)) {
                String name = file.getFileName().toString();
                if (name.endsWith(".dump") && Files.size(file) > 0) {
                    sets.add(new BackupSet(folder, stamp(name)));
                }
            }
        }
        sets.sort(Comparator.comparing(BackupSet::stamp).reversed());
        return sets;
    }

    /**
     * Removes what a process that was killed has left of sets that never became backups, and ends the dump that may still
     * write there. Sets that another process is making stay.
     *
     * @return the sets that went
     */
    List<BackupSet> removeUnfinished() throws IOException {
        List<BackupSet> removed = new ArrayList<>();
        for (Path folder : days()) {
            Set<String> begun = new TreeSet<>();
            for (Path file : ours(folder)) {
                String name = file.getFileName().toString();
                if (name.endsWith(".partial") || name.endsWith(".owner")) {
                    begun.add(stamp(name));
                }
            }
            for (String stamp : begun) {
                BackupSet set = new BackupSet(folder, stamp);
                if (set.isBeingMade()) {
                    continue;
                }
                Children.endThoseAt(BackupSet.partial(set.dump()));
                if (set.isComplete()) {
                    Files.deleteIfExists(set.owner());
                } else {
                    remove(folder, stamp);
                    removed.add(set);
                }
            }
        }
        return removed;
    }

    private static void remove(Path folder, String stamp) throws IOException {
        for (Path file : ours(folder)) {
            if (stamp(file.getFileName().toString()).equals(stamp)) {
                Files.deleteIfExists(file);
            }
        }
        if (isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    /** The set that a new one of {@code day} is compared with: the newest of an earlier day. */
    Optional<BackupSet> lastBefore(LocalDate day) throws IOException {
        return complete().stream().filter(set -> set.day().isBefore(day)).findFirst();
    }

    /**
     * Removes the files of backups made before {@code oldest} and day folders that are empty then. Call it only when a
     * new set is complete; the newest complete set stays whatever its age.
     *
     * @return the day folders that went
     */
    List<Path> removeBefore(LocalDate oldest) throws IOException {
        List<Path> removed = new ArrayList<>();
        Optional<BackupSet> newest = complete().stream().findFirst();
        for (Path folder : days()) {
            boolean old = day(folder).filter(day -> day.isBefore(oldest)).isPresent();
            if (!old || newest.filter(set -> set.folder().equals(folder)).isPresent()) {
                continue;
            }
            for (Path file : ours(folder)) {
                Files.delete(file);
            }
            if (isEmpty(folder)) {
                Files.delete(folder);
                removed.add(folder);
            }
        }
        return removed;
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

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
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
