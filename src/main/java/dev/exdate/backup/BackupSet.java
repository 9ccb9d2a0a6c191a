package dev.exdate.backup;

import dev.exdate.market.TradingCalendar;
import dev.exdate.process.Owner;
import dev.exdate.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four files of one backup. A set is a backup once its dump has its final name; the dump is renamed last.
 *
 * @param folder the day's folder, {@code YYYYMMDD}
 * @param stamp {@code YYYYMMDD_HHMMSS}, New York time
 * @param encrypted with age: the dumps' names end in {@code .age}
 */
record BackupSet(Path folder, String stamp, boolean encrypted) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");
    private static final Pattern DUMP = Pattern.compile("full_backup_(\\d{8}_\\d{6})\\.dump(\\.age)?");

    /** The set of this moment. In the hour that autumn repeats, the second one must not replace the first. */
    static BackupSet next(Path root, Instant now, boolean encrypted) {
        LocalDateTime time = LocalDateTime.ofInstant(now, TradingCalendar.NEW_YORK);
        BackupSet set = at(root, time, encrypted);
        while (set.isComplete()) {
            time = time.plusSeconds(1);
            set = at(root, time, encrypted);
        }
        return set;
    }

    static BackupSet at(Path root, LocalDateTime time, boolean encrypted) {
        String stamp = STAMP.format(time);
        return new BackupSet(root.resolve(stamp.substring(0, 8)), stamp, encrypted);
    }

    /** The set that a file is the dump of, by its name; empty for any other file. */
    static Optional<BackupSet> ofDump(Path file) {
        Path name = file.getFileName();
        Matcher dump = DUMP.matcher(name == null ? "" : name.toString());
        Path folder = file.toAbsolutePath().getParent();
        return dump.matches() && folder != null
                ? Optional.of(new BackupSet(folder, dump.group(1), dump.group(2) != null))
                : Optional.empty();
    }

    /** When it was made, as its name says. */
    Instant madeAt() {
        return LocalDateTime.parse(stamp, STAMP)
                .atZone(TradingCalendar.NEW_YORK)
                .toInstant();
    }

    LocalDate day() {
        return LocalDate.parse(stamp.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
    }

    Path dump() {
        return folder.resolve("full_backup_" + stamp + ".dump" + (encrypted ? ".age" : ""));
    }

    Path checksum() {
        return folder.resolve("full_backup_" + stamp + ".dump.sha256");
    }

    Path manifest() {
        return folder.resolve("full_backup_" + stamp + ".manifest.json");
    }

    Path schema() {
        return folder.resolve("schema_backup_" + stamp + ".sql" + (encrypted ? ".age" : ""));
    }

    /** While the set is being made: who makes it. */
    Path owner() {
        return folder.resolve("full_backup_" + stamp + ".owner");
    }

    static Path partial(Path file) {
        return file.resolveSibling(file.getFileName() + ".partial");
    }

    /** The dump is last: with it the set counts. */
    List<Path> files() {
        return List.of(schema(), checksum(), manifest(), dump());
    }

    /** Makes the folder and empty partial files that only their owner may read: a dump holds everything. */
    void begin() throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.write(owner(), Owner.self().text());
        for (Path file : files()) {
            Path partial = partial(file);
            Files.deleteIfExists(partial);
            PrivateFiles.prepare(partial);
        }
    }

    void complete() throws IOException {
        for (Path file : files()) {
            Files.move(partial(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(owner());
    }

    /** Whether the dump is there under its final name. */
    boolean isComplete() {
        return Files.exists(dump());
    }

    /** Whether the process that makes it is still running; if it is unknown, it is not. */
    boolean isBeingMade() throws IOException {
        return Files.exists(owner())
                && Owner.read(Files.readString(owner())).filter(Owner::isAlive).isPresent();
    }

    /**
     * Removes a complete set. It first becomes an unfinished set, and its dump goes last, so that after a kill the rest
     * is removed like any unfinished set.
     */
    void remove() throws IOException {
        Files.move(dump(), partial(dump()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(partial(dump()));
        removeIfEmpty(folder);
    }

    /** Removes unfinished files that {@link #begin} created, and the day's folder if it is empty. */
    void discard() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(partial(file));
        }
        Files.deleteIfExists(owner());
        removeIfEmpty(folder);
    }

    static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return;
        }
    }
}
