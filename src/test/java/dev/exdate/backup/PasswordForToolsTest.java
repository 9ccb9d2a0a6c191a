package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.process.OwnedNames;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import dev.exdate.task.TaskFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordForToolsTest {
    @TempDir
    Path folder;

    private PasswordForTools of(String password) throws Exception {
        return PasswordForTools.of(
                new DumpTarget(
                        new DatabaseAddress("db.example", 5433, "stocks", "nightly", new Secret(password), Map.of())),
                new OwnedNames(folder, PasswordForTools.PREFIX));
    }

    @Test
    void itIsInAFileOfItsOwnersAloneUntilTheCallHasEnded() throws Exception {
        try (PasswordForTools password = of("odd:p\\ss")) {
            assertThat(password.environment()).containsOnlyKeys("PGPASSFILE");
            Path file = Path.of(String.valueOf(password.environment().get("PGPASSFILE")));
            assertThat(file).hasContent("*:*:*:*:odd\\:p\\\\ss\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndThatOfALivingOneIsNot() throws Exception {
        Files.writeString(folder.resolve(PasswordForTools.PREFIX + "999999999-1-a"), "left");
        try (PasswordForTools other = of("first");
                PasswordForTools one = of("second")) {
            assertThat(folder)
                    .isDirectoryNotContaining("glob:**-1-a")
                    .isDirectoryContaining(file -> other.environment().containsValue(file.toString()))
                    .isDirectoryContaining(file -> one.environment().containsValue(file.toString()));
        }
    }

    @Test
    void withoutAPasswordThereIsNoFileAndALineBreakIsRefused() throws Exception {
        try (PasswordForTools none = of("")) {
            assertThat(none.environment()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
        assertThatThrownBy(() -> of("one\ntwo")).isInstanceOf(TaskFailed.class).hasMessageContaining("line break");
    }
}
