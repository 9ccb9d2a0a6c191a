package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exdate.database.TestDatabase;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.RunLogWords;
import dev.exdate.testing.Truth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program over the sandbox: what it leaves in the tables is the sandbox's truth. */
@Needs(MachineProgram.POSTGRESQL_CLIENT)
class DailyRunIT {
    private static final int SYMBOLS = 60;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEXT = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    private static SandboxOptions options(LocalDate day) {
        return new SandboxOptions(0, SYMBOLS, 1, Duration.ZERO, "", Optional.empty(), day);
    }

    private ExdateProgram program(TestDatabase database) {
        return new ExdateProgram(folder).with("DATABASE_URL", database.url());
    }

    /** The NYSE's page and the backup are the same with keys, and cost as much as all other tasks together. */
    private ExdateProgram.Ended run(TestDatabase database, LocalDate day, boolean keys) throws Exception {
        return program(database)
                .run(ExdateProgram.dailyRun(
                        day, keys ? new String[] {"--json", "--skip", "nyse,backup"} : new String[] {"--json"}));
    }

    private static Map<String, String> outcomes(ExdateProgram.Ended ended) throws Exception {
        JsonNode result = new ObjectMapper().readTree(ended.out());
        Map<String, String> outcomes = new TreeMap<>();
        result.get("tasks")
                .forEach(task -> outcomes.put(
                        task.get("task").asText(),
                        task.get("outcome").asText() + task.path("reason").asText("")));
        return outcomes;
    }

    private static void allSucceeded(ExdateProgram.Ended ended, boolean keys) throws Exception {
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        Map<String, String> outcomes = outcomes(ended);
        assertThat(outcomes).hasSize(12);
        if (keys) {
            assertThat(List.of(outcomes.remove("nyse"), outcomes.remove("backup")))
                    .allMatch("skippedleft out by --skip"::equals);
        }
        assertThat(outcomes)
                .allSatisfy((task, outcome) -> assertThat(outcome).as(task).isEqualTo("succeeded"));
    }

    private static void tablesAreTrue(TestDatabase database, Truth truth, LocalDate day) throws Exception {
        String today = day.toString();
        assertThat(sorted(database, "SELECT symbol, ex_date, trim_scale(amount) FROM raw_dividends "))
                .as("dividends")
                .isEqualTo(truth.joined("dividends", 3, row -> row[1].compareTo(today) <= 0 && !isZero(row[2])));
        assertThat(sorted(
                        database,
                        "SELECT symbol, ex_date, trim_scale(amount) FROM raw_future_dividends WHERE ex_date > '" + today
                                + "' "))
                .as("dividends ahead")
                .isEqualTo(truth.joined("dividends", 3, row -> row[1].compareTo(today) > 0 && !isZero(row[2])));
        assertThat(sorted(
                        database,
                        "SELECT symbol, split_date, trim_scale(split_ratio), trim_scale(numerator), trim_scale(denominator)"
                                + " FROM raw_stock_splits "))
                .as("splits")
                .isEqualTo(truth.joined("splits", 5, row -> true));
        assertThat(sorted(
                        database,
                        "SELECT symbol, date, trim_scale(close), trim_scale(adj_close) FROM raw_stock_prices"))
                .as("closes")
                .isEqualTo(closes(truth));
        Set<String> wrong = new HashSet<>(sorted(
                database,
                "SELECT symbol, date, trim_scale(open), trim_scale(high), trim_scale(low), trim_scale(close),"
                        + " trim_scale(adj_close), volume FROM raw_stock_prices WHERE open IS NOT NULL"));
        truth.joined("prices", 8, row -> true).forEach(wrong::remove);
        assertThat(wrong).as("whole bars that are not true").isEmpty();
    }

    private static List<String> closes(Truth truth) throws Exception {
        return truth.rows("prices").stream()
                .map(row -> String.join("|", row[0], row[1], Truth.plain(row[5]), Truth.plain(row[6])))
                .sorted()
                .toList();
    }

    private static void allBarsAreWhole(TestDatabase database) {
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices WHERE open IS NULL OR volume IS NULL"))
                .isEqualTo("0");
    }

    private static List<String> sorted(TestDatabase database, String sql) {
        return database.rows(sql).stream().sorted().toList();
    }

    private static boolean isZero(String amount) {
        return new java.math.BigDecimal(amount).signum() == 0;
    }

    private static List<String> checksums(TestDatabase database) {
        return List.of(
                        "raw_stock_prices",
                        "raw_dividends",
                        "raw_future_dividends",
                        "raw_stock_splits",
                        "raw_yieldmax_dividends",
                        "raw_dividends_cboe",
                        "raw_dividends_nasdaq",
                        "raw_dividends_nyse",
                        "raw_dividends_snowball",
                        "raw_holdings_history")
                .stream()
                .map(table -> table + " "
                        + database.value(
                                "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '')"
                                        + " FROM " + table + " t"))
                .toList();
    }

    /** Two days have passed for what was read: all of it is due again. */
    private static void age(TestDatabase database) {
        database.execute("UPDATE exdate.freshness SET last_success_at = last_success_at - interval '3 days',"
                + " last_attempt_at = last_attempt_at - interval '3 days', session = session - 3");
    }

    private void runsOnTwoDays(boolean keys, boolean twice) throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            try (Sandbox sandbox = Sandbox.start(options(DAY))) {
                sandbox.writeSources(folder.resolve("sources.properties"), keys);
                allSucceeded(run(database, DAY, keys), keys);
                if (!keys) {
                    RunLogWords.check(folder.resolve("logs"));
                }
                tablesAreTrue(database, new Truth(sandbox.address()), DAY);
                allBarsAreWhole(database);
                if (twice) {
                    List<String> before = checksums(database);
                    age(database);
                    allSucceeded(run(database, DAY, keys), keys);
                    assertThat(checksums(database)).isEqualTo(before);
                }
            }
            age(database);
            try (Sandbox sandbox = Sandbox.start(options(NEXT))) {
                sandbox.writeSources(folder.resolve("sources.properties"), keys);
                allSucceeded(run(database, NEXT, keys), keys);
                tablesAreTrue(database, new Truth(sandbox.address()), NEXT);
                if (keys) {
                    allBarsAreWhole(database);
                }
            }
        }
    }

    @Test
    void tablesEqualTheTruthAndLaterRunsAddOnlyTheNextDay() throws Exception {
        runsOnTwoDays(false, true);
    }

    @Test
    void withKeysThePaidSourcesGiveTheSameTruthOnBothDays() throws Exception {
        runsOnTwoDays(true, false);
    }
}
