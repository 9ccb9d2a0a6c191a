package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.testing.ExdateProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A private database takes a word the first time, and says what it is ever after. */
class PrivateDatabaseIT {
    @TempDir
    Path folder;

    private ExdateProgram.Ended run(int exitCode, String... arguments) throws Exception {
        ExdateProgram.Ended ended = new ExdateProgram(folder)
                .with("EXDATE_SOURCE_CBOE_ENABLED", "false")
                .run(arguments);
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(exitCode);
        return ended;
    }

    @Test
    void itIsMadeWhenAskedForAndFoundByEverythingAfter() throws Exception {
        String[] anyRun = {"run", "--force", "--only", "cboe"};
        assertThat(run(2, anyRun).err()).hasLineCount(1).contains("DATABASE_URL", "--private");
        assertThat(run(2, "status").err()).hasLineCount(1).contains("DATABASE_URL", "--private");
        assertThat(run(0, "run", "--dry-run", "--private", "--only", "cboe").out())
                .contains("private, in " + folder.resolve("data") + "; the first run makes it");
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made.map(file -> file.getFileName().toString())).allMatch(name -> name.startsWith("std"));
        }

        assertThat(run(0, "run", "--force", "--only", "cboe", "--private").out())
                .contains("Database: private, in " + folder.resolve("data") + "\n");
        String first = "Database: private, in " + folder.resolve("data");
        assertThat(run(0, "report").out()).startsWith(first + "\n");
        assertThat(run(0, "status").out()).startsWith(first + ", PostgreSQL ");
    }
}
