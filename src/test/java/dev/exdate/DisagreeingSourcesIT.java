package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program where its sources disagree, measured by bench/truth-judge.sql. What it reaches here may only become
 * better: tighten a limit when it does.
 */
class DisagreeingSourcesIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 17);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 18);
    private static final int SYMBOLS = 24;

    /** All of one share, whose split only one source lists, and wrongly. */
    private static final int MOST_WRONG = 21;

    private static final int MOST_WRONG_PAY_DATES = 0;
    private static final int MOST_HELD = 0;
    private static final int MOST_UNSEEN = 1;

    @TempDir
    Path folder;

    @Test
    void mostPaymentsAreRightAndLiesAreFound() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            night(database, FIRST);
            database.execute("UPDATE exdate.freshness SET last_success_at = last_success_at - interval '1 day',"
                    + " last_attempt_at = last_attempt_at - interval '1 day'");
            night(database, SECOND);

            String wrong = String.join("\n", database.rows("SELECT * FROM truth.wrong_event"));
            assertThat(number(database, "sum(part) FILTER (WHERE figure = 'right')"))
                    .isGreaterThan(2000);
            assertThat(number(database, "sum(part) FILTER (WHERE figure IN ('amount', 'kind', 'missing', 'made up'))"))
                    .as(wrong)
                    .isLessThanOrEqualTo(MOST_WRONG);
            assertThat(number(database, "sum(whole - part) FILTER (WHERE figure = 'pay date')"))
                    .as("wrong pay dates")
                    .isLessThanOrEqualTo(MOST_WRONG_PAY_DATES);
            assertThat(database.rows("SELECT * FROM truth.held"))
                    .as("honest values that are held")
                    .hasSizeLessThanOrEqualTo(MOST_HELD);
            assertThat(database.rows("SELECT code, symbol, day, said FROM truth.needless"))
                    .as("findings about days of which nobody tells a lie")
                    .isEmpty();
            assertThat(database.rows("SELECT kind, symbol, day, source, truly, stated FROM truth.unseen_lie"))
                    .as("lies without a finding")
                    .hasSizeLessThanOrEqualTo(MOST_UNSEEN);
        }
    }

    private static int number(TestDatabase database, String expression) {
        return Integer.parseInt(
                database.value("SELECT coalesce(" + expression + ", 0) FROM truth.figure WHERE kind = 'events'"));
    }

    private void night(TestDatabase database, LocalDate day) throws Exception {
        SandboxOptions options =
                new SandboxOptions(0, SYMBOLS, 1, Duration.ZERO, "disagree=all:10", Optional.empty(), day);
        try (Sandbox sandbox = Sandbox.start(options)) {
            sandbox.writeSources(folder.resolve("sources.properties"), false);
            if (day.equals(FIRST)) {
                prepare(database, new Truth(sandbox.address()));
            }
            database.execute("INSERT INTO truth.night VALUES ('" + day + "', clock_timestamp())");
            ExdateProgram.Ended ended = new ExdateProgram(folder)
                    .with("DATABASE_URL", database.url())
                    .run(
                            "run",
                            "--sources",
                            "sources.properties",
                            "--force",
                            "--discover=never",
                            "--skip=nyse,backup,holdings,companies,classify-etfs",
                            "--date",
                            day.toString());
            assertThat(ended.exitCode()).as(ended.all()).isIn(0, 3);
            if (day.equals(SECOND)) {
                judge(database, new Truth(sandbox.address()));
            }
        }
    }

    private void prepare(TestDatabase database, Truth truth) throws Exception {
        database.migrations().migrate();
        database.execute(Files.readString(Path.of("bench/truth-tables.sql")));
        fill(database, "raw_stocks (symbol, name, type)", truth.rows("symbols"), 3);
    }

    private static void judge(TestDatabase database, Truth truth) throws Exception {
        fill(database, "truth.payment", truth.rows("distributions"), 10);
        fill(database, "truth.split", truth.rows("splits"), 5);
        fill(
                database,
                "truth.told",
                truth.objects("lies").stream().map(lie -> new String[] {lie}).toList(),
                1);
        database.execute(Files.readString(Path.of("bench/truth-judge.sql")).replace(":'last'", "'" + SECOND + "'"));
    }

    private static void fill(TestDatabase database, String table, List<String[]> rows, int columns) {
        database.execute("INSERT INTO " + table + " VALUES "
                + rows.stream()
                        .map(row -> Arrays.stream(row, 0, columns)
                                .map(cell -> "'" + cell.replace("'", "''") + "'")
                                .collect(Collectors.joining(",", "(", ")")))
                        .collect(Collectors.joining(",")));
    }
}
