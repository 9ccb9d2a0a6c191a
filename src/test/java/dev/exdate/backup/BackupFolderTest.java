package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {
    @TempDir
    Path root;

    @Test
    void removesSetsOlderThanTheLimitAndNothingElse() throws IOException {
        BackupSet old = set(LocalDateTime.of(2026, 1, 1, 22, 0));
        BackupSet limit = set(LocalDateTime.of(2026, 1, 6, 22, 0));
        BackupSet today = set(LocalDateTime.of(2026, 1, 20, 22, 0));
        Path foreignFile = Files.writeString(limit.folder().getParent().resolve("20250101"), "a file, not a folder");
        Path foreignFolder = Files.createDirectories(root.resolve("keep-20250101"));
        Path noDay = Files.createDirectories(root.resolve("20251399"));

        assertThat(new BackupFolder(root).removeBefore(LocalDate.of(2026, 1, 6)))
                .containsExactly(old.folder());

        assertThat(old.folder()).doesNotExist();
        assertThat(limit.dump()).exists();
        assertThat(today.dump()).exists();
        assertThat(foreignFile).exists();
        assertThat(foreignFolder).exists();
        assertThat(noDay).exists();
    }

    @Test
    void keepsADayFolderWithSomebodyElsesFileInIt() throws IOException {
        BackupSet old = set(LocalDateTime.of(2026, 1, 1, 22, 0));
        set(LocalDateTime.of(2026, 1, 20, 22, 0));
        Path note = Files.writeString(old.folder().resolve("why.txt"), "before the move");
        Path other = Files.writeString(old.folder().resolve("full_backup_20250101_220000.dump"), "another day's");

        new BackupFolder(root).removeBefore(LocalDate.of(2026, 1, 6));

        assertThat(old.dump()).doesNotExist();
        assertThat(note).exists();
        assertThat(other).exists();
    }

    @Test
    void neverRemovesTheLastGoodSet() throws IOException {
        BackupSet only = set(LocalDateTime.of(2020, 1, 1, 22, 0));
        BackupSet broken = BackupSet.at(root, LocalDateTime.of(2026, 1, 20, 22, 0));
        broken.begin();

        new BackupFolder(root).removeBefore(LocalDate.of(2026, 1, 6));

        assertThat(only.dump()).exists();
    }

    @Test
    void followsNoLinks() throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("full_backup_20200101_220000.dump"), "x");
        Path folder = Files.createDirectories(root.resolve("backups"));
        Files.createSymbolicLink(folder.resolve("20200101"), elsewhere);

        assertThat(new BackupFolder(folder).removeBefore(LocalDate.of(2026, 1, 6)))
                .isEmpty();

        assertThat(file).exists();
    }

    @Test
    void aSetWithoutItsDumpIsNone() throws IOException {
        BackupSet begun = BackupSet.at(root, LocalDateTime.of(2026, 1, 20, 22, 0));
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

        assertThat(new BackupFolder(root).lastBefore(LocalDate.of(2026, 1, 20))).contains(late);
    }

    private BackupSet set(LocalDateTime time) throws IOException {
        BackupSet set = BackupSet.at(root, time);
        set.begin();
        Files.writeString(BackupSet.partial(set.dump()), "content");
        set.complete();
        return set;
    }

    @Test
    void whatAKilledProcessHasLeftGoesAndWhatAnotherOneIsMakingStays() throws IOException {
        BackupSet complete = set(LocalDateTime.of(2026, 1, 5, 22, 0));
        Files.writeString(complete.owner(), "1-1");
        BackupSet left = BackupSet.at(root, LocalDateTime.of(2026, 1, 6, 22, 0));
        left.begin();
        Files.writeString(left.owner(), "1-1");
        Files.move(BackupSet.partial(left.manifest()), left.manifest());
        BackupSet underWay = BackupSet.at(root, LocalDateTime.of(2026, 1, 7, 22, 0));
        underWay.begin();

        assertThat(new BackupFolder(root).removeUnfinished()).containsExactly(left);

        assertThat(left.folder()).doesNotExist();
        assertThat(complete.dump()).exists();
        assertThat(complete.owner()).doesNotExist();
        assertThat(BackupSet.partial(underWay.dump())).exists();
    }
}
