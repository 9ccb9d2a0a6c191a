package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {
    @TempDir
    Path root;

    @Test
    void removesASetAndNothingElse() throws IOException {
        BackupSet old = set(LocalDateTime.of(2026, 1, 1, 22, 0));
        BackupSet sameDay = set(LocalDateTime.of(2026, 1, 1, 23, 0));
        Path note = Files.writeString(old.folder().resolve("why.txt"), "before the move");
        Path other = Files.writeString(old.folder().resolve("full_backup_20250101_220000.dump"), "another day's");

        old.remove();

        assertThat(old.dump()).doesNotExist();
        assertThat(old.manifest()).doesNotExist();
        assertThat(sameDay.dump()).exists();
        assertThat(note).exists();
        assertThat(other).exists();
    }

    @Test
    void aRemovalThatWasKilledIsFinishedByTheNextBackup() throws IOException {
        BackupSet old = set(LocalDateTime.of(2026, 1, 1, 22, 0));
        Files.move(old.dump(), BackupSet.partial(old.dump()));
        Files.delete(old.schema());

        assertThat(new BackupFolder(root).complete()).isEmpty();
        assertThat(new BackupFolder(root).removeUnfinished()).containsExactly(old);

        assertThat(old.folder()).doesNotExist();
    }

    @Test
    void aSetIsNamedByNewYorksTime() throws IOException {
        BackupSet set = BackupSet.next(root, Instant.parse("2026-11-21T03:30:05Z"), false);
        assertThat(set.dump()).isEqualTo(root.resolve("20261120/full_backup_20261120_223005.dump"));
        assertThat(set.madeAt()).isEqualTo(Instant.parse("2026-11-21T03:30:05Z"));
    }

    @Test
    void inTheHourThatAutumnRepeatsNoSetReplacesAnother() throws IOException {
        BackupSet first = set(LocalDateTime.of(2026, 11, 1, 1, 30));
        BackupSet second = BackupSet.next(root, Instant.parse("2026-11-01T06:30:00Z"), false);
        assertThat(first.stamp()).isEqualTo("20261101_013000");
        assertThat(second.stamp()).isEqualTo("20261101_013001");
    }

    @Test
    void theEmptyFolderOfADayThatAKilledRemovalHasLeftGoes() throws IOException {
        Path left = Files.createDirectories(root.resolve("20260101"));
        Path beingBegun = Files.createDirectories(root.resolve("20260120"));
        Path noDay = Files.createDirectories(root.resolve("keep"));

        assertThat(new BackupFolder(root).removeUnfinished()).isEmpty();

        assertThat(left).doesNotExist();
        assertThat(beingBegun).exists();
        assertThat(noDay).exists();
    }

    @Test
    void followsNoLinksAndReadsNoForeignFolders() throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("full_backup_20200101_220000.dump"), "x");
        Path folder = Files.createDirectories(root.resolve("backups"));
        Files.createSymbolicLink(folder.resolve("20200101"), elsewhere);
        Files.createDirectories(folder.resolve("20251399"));
        Files.writeString(folder.resolve("20250101"), "a file, not a folder");

        assertThat(new BackupFolder(folder).complete()).isEmpty();
        assertThat(new BackupFolder(folder).removeUnfinished()).isEmpty();
    }

    @Test
    void foldersAndFilesAreTheOwnersAlone() throws IOException {
        BackupSet set = set(LocalDateTime.of(2026, 1, 20, 22, 0));

        assertThat(Files.getPosixFilePermissions(set.folder())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (Path file : set.files()) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aSetWithoutItsDumpIsNone() throws IOException {
        BackupSet begun = BackupSet.at(root, LocalDateTime.of(2026, 1, 20, 22, 0), false);
        begun.begin();
        assertThat(new BackupFolder(root).complete()).isEmpty();

        begun.discard();
        assertThat(begun.folder()).doesNotExist();
    }

    @Test
    void comparesWithTheNewestOfAnEarlierDay() throws IOException {
        set(LocalDateTime.of(2026, 1, 18, 22, 0));
        BackupSet late = set(LocalDateTime.of(2026, 1, 19, 23, 0));
        set(LocalDateTime.of(2026, 1, 19, 22, 0));
        set(LocalDateTime.of(2026, 1, 20, 1, 0));

        assertThat(new BackupFolder(root)
                        .lastBefore(LocalDate.of(2026, 1, 20), "stocks")
                        .map(StoredSet::set))
                .contains(late);
    }

    private BackupSet set(LocalDateTime time) throws IOException {
        BackupSet set = BackupSet.at(root, time, false);
        set.begin();
        Files.writeString(BackupSet.partial(set.dump()), "content");
        set.complete();
        return set;
    }

    @Test
    void whatAKilledProcessHasLeftGoesAndWhatAnotherOneIsMakingStays() throws IOException {
        BackupSet complete = set(LocalDateTime.of(2026, 1, 5, 22, 0));
        Files.writeString(complete.owner(), "1-1");
        BackupSet left = BackupSet.at(root, LocalDateTime.of(2026, 1, 6, 22, 0), false);
        left.begin();
        Files.writeString(left.owner(), "1-1");
        Files.move(BackupSet.partial(left.manifest()), left.manifest());
        BackupSet underWay = BackupSet.at(root, LocalDateTime.of(2026, 1, 7, 22, 0), false);
        underWay.begin();

        assertThat(new BackupFolder(root).removeUnfinished()).containsExactly(left);

        assertThat(left.folder()).doesNotExist();
        assertThat(complete.dump()).exists();
        assertThat(complete.owner()).doesNotExist();
        assertThat(BackupSet.partial(underWay.dump())).exists();
    }
}
