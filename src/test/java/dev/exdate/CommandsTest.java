package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.testing.QuarkusDatabase;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands as they are started; {@link CommandsIT} runs the same with the packaged program. */
@QuarkusMainTest
class CommandsTest {
    private static final QuarkusDatabase DATABASE = new QuarkusDatabase();

    /** One for all of them: a test resource would be made anew with each start of the program. */
    @BeforeAll
    static void nameADatabase() {
        DATABASE.start();
    }

    @AfterAll
    static void dropTheDatabase() {
        DATABASE.stop();
    }

    @Test
    @Launch("--version")
    void itsVersionIsPrintedAlone(LaunchResult result) {
        assertThat(result.getOutput()).matches("exdate \\d+\\.\\d+\\.\\d+\\S*");
    }

    @Test
    @Launch({"run", "--help"})
    void helpIsThereWithoutADatabase(LaunchResult result) {
        assertThat(result.getOutput()).startsWith("Usage: exdate run").contains("--only-failed");
    }

    @Test
    @Launch(
            value = {"run", "--nonsense"},
            exitCode = 2)
    void wrongUseIsOneLineAndExit2(LaunchResult result) {
        assertThat(result.getErrorOutput().lines().filter(line -> line.startsWith("exdate: ")))
                .singleElement()
                .asString()
                .contains("--nonsense", "`exdate run --help`");
    }

    @Test
    @Launch("completion")
    void completionKnowsTheCommands(LaunchResult result) {
        assertThat(result.getOutput()).contains("complete ", "future-dividends", "--only-failed");
    }

    @Test
    void statusTellsOfARealDatabase(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch("status");
        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput()).contains("PostgreSQL ", "No run yet");
    }

    @Test
    void migrateMakesTheTablesOnce(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch("migrate");
        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput()).containsAnyOf("V1__own.sql, ", "are up to date");
    }
}
