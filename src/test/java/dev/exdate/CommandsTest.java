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
    @Launch(
            value = {"run", "--accept=foo"},
            exitCode = 2)
    void whatIsNoGuardTaskOrSymbolCannotBeAccepted(LaunchResult result) {
        assertThat(result.getErrorOutput()).contains("foo", "stale, short, prices, amounts, dates");
    }

    @Test
    @Launch(
            value = {"stauts"},
            exitCode = 2)
    void anUnknownCommandIsRefusedWithTheNearest(LaunchResult result) {
        assertThat(result.getErrorOutput())
                .contains("exdate: unknown command 'stauts' (did you mean status?); see `exdate --help`");
    }

    @Test
    @Launch(
            value = {"scrape", "nasdac"},
            exitCode = 2)
    void anUnknownScraperIsRefusedWithTheFive(LaunchResult result) {
        assertThat(result.getErrorOutput())
                .contains("unknown scraper 'nasdac' (did you mean nasdaq?)")
                .contains("choose from yieldmax, cboe, nasdaq, nyse, snowball;");
    }

    @Test
    @Launch(
            value = {"update", "--symbols", "MSTY,MS!Y,?"},
            exitCode = 2)
    void wordsThatAreNoSymbolsAreNamedBeforeAnythingIsBegun(LaunchResult result) {
        assertThat(result.getErrorOutput()).contains("--symbols: 2 words are not valid symbols: \"MS!Y\", \"?\"");
    }

    @Test
    @Launch(
            value = {"restore", "full_backup_20260119_220000.dump"},
            exitCode = 1)
    void aBackupThatIsNotThereIsNamed(LaunchResult result) {
        assertThat(result.getErrorOutput()).contains("no such file: ", "`exdate backup --list`");
    }

    @Test
    @Launch("completion")
    void completionKnowsTheCommands(LaunchResult result) {
        assertThat(result.getOutput()).contains("complete ", "future-dividends", "--only-failed");
    }

    @Test
    void statusTellsWhatMigrateHasMade(QuarkusMainLauncher launcher) {
        assertThat(output(launcher, "status")).contains("PostgreSQL ", "Schema is out of date");
        assertThat(output(launcher, "migrate")).contains("V1__own.sql, ");
        assertThat(output(launcher, "status")).contains("No run yet");
        assertThat(output(launcher, "migrate")).contains("up to date");
        assertThat(output(
                        launcher,
                        "conflicts",
                        "override",
                        "ZZTA",
                        "2026-11-17",
                        "--amount",
                        "0.36",
                        "--because",
                        "notice"))
                .contains("2026-11-17 ZZTA: 0.36 regular (person, only-one)");
    }

    private static String output(QuarkusMainLauncher launcher, String... command) {
        LaunchResult result = launcher.launch(command);
        assertThat(result.exitCode()).isZero();
        return result.getOutput();
    }
}
