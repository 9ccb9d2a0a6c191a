package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.testing.ExdateProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program when nothing takes what it prints. */
class StandardOutputIT {
    @TempDir
    Path folder;

    private ExdateProgram program(TestDatabase database, String shell) {
        return new ExdateProgram(folder).with("DATABASE_URL", database.url()).under("sh", "-c", shell, "sh");
    }

    @Test
    void outputThatCannotBeWrittenIsALineAndExit74() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            for (String command : List.of("--version", "run --help", "settings --json", "history --json")) {
                ExdateProgram.Ended ended =
                        program(database, "exec \"$@\" >/dev/full").run(command.split(" "));
                assertThat(ended.exitCode()).as(command + ended.all()).isEqualTo(74);
                assertThat(ended.err())
                        .startsWith("exdate: cannot write to standard output (")
                        .hasLineCount(1);
            }
        }
    }

    @Test
    void aFailureIsWorseThanItsLostOutput() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            ExdateProgram.Ended ended =
                    program(database, "exec \"$@\" >/dev/full").run("parse", "nosuch", "nofile");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
        }
    }

    @Test
    void aReaderThatHasGoneIsNotWorthALine() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            ExdateProgram.Ended ended = program(
                            database, "mkfifo gone; true <gone & exec 5>gone; wait; exec \"$@\" >&5")
                    .run("settings", "--json");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(74);
            assertThat(ended.err()).isEmpty();
        }
    }
}
