package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.TableContents;
import dev.exdate.testing.Truth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program after a crash and after failures: what it asks for again, and what it leaves in the tables. */
class ResumeIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Sandbox sandbox(String faults, Duration latency) throws Exception {
        Sandbox sandbox = Sandbox.start(new SandboxOptions(0, 40, 3, latency, faults, Optional.empty(), DAY));
        sandbox.writeSources(folder.resolve("sources.properties"), false);
        return sandbox;
    }

    private ExdateProgram program() {
        return new ExdateProgram(folder).with("DATABASE_URL", database.url());
    }

    private static String[] run(String... more) {
        return Stream.concat(Stream.of("run", "--sources", "sources.properties", "--force"), Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static String[] wholeDay() {
        return run("--discover=always", "--skip", "nyse,companies", "--date", DAY.toString());
    }

    /** How many requests each source got, {@code source|requests}. */
    private static List<String> requests(Sandbox sandbox) throws Exception {
        return new Truth(sandbox.address())
                .requests().stream()
                        .map(request -> request[1])
                        .collect(java.util.stream.Collectors.groupingBy(
                                source -> source, java.util.TreeMap::new, java.util.stream.Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + "|" + entry.getValue())
                        .toList();
    }

    @Test
    void aKilledRunIsGoneOnWithAndNothingThatItHadIsAskedForAgain() throws Exception {
        try (Sandbox sandbox = sandbox("yahoo=delay:200ms", Duration.ZERO);
                ExdateProgram.Started first = program().start(wholeDay())) {
            first.awaitLine("STEP 2", Duration.ofMinutes(2));
            database.awaitValue("SELECT count(DISTINCT symbol) > 0 FROM raw_stock_prices", "t");
            first.process().destroyForcibly().waitFor();
        }
        long had = Long.parseLong(database.value("SELECT count(*) FROM exdate.freshness WHERE kind = 'prices'"));
        assertThat(had).isBetween(1L, 39L);
        assertThat(program().run("history").out()).contains("2026-11-20").doesNotContain("succeeded");
        try (Sandbox sandbox = sandbox("", Duration.ZERO)) {
            ExdateProgram.Ended coming = program().run(run("--resume", "--date", DAY.toString(), "--dry-run"));
            assertThat(coming.exitCode()).as(coming.all()).isZero();
            assertThat(coming.out())
                    .contains("▶️  The run of 2026-11-20 that started at ")
                    .contains("discovery (done by an earlier start of this run)", "Step 2: update\n");
            ExdateProgram.Ended resumed = program().run(run("--resume", "--date", DAY.toString()));
            assertThat(resumed.exitCode()).as(resumed.all()).isZero();
            assertThat(resumed.out())
                    .contains("💀 the run of 2026-11-20 died")
                    .contains("▶️  The run of 2026-11-20")
                    .contains("already done: discovery, classify-etfs, yieldmax, cboe, nasdaq, snowball");
            assertThat(requests(sandbox))
                    .contains("yahoo|" + (40 - had))
                    .noneMatch(source -> source.startsWith("cboe") || source.startsWith("snowball"));
            assertThat(database.rows("SELECT status, starts, exit_code FROM exdate.run"))
                    .containsExactly("succeeded|2|0");
            assertThat(database.rows("SELECT outcome, asked, failed FROM exdate.task_run WHERE task = 'update'"))
                    .containsExactly("succeeded|40|0");
            assertThat(database.value("SELECT count(*) FROM exdate.done_unit")).isEqualTo("0");
            ExdateProgram.Ended again = program().run(run("--resume", "--date", DAY.toString()));
            assertThat(again.exitCode()).as(again.all()).isZero();
            assertThat(again.out()).contains("Nothing to resume");
            assertThat(database.value("SELECT count(*) FROM exdate.run")).isEqualTo("1");
            assertThat(program().run("report").out())
                    .contains("DAILY UPDATE of 2026-11-20: succeeded (exit 0)")
                    .contains("resumed once")
                    .contains("✅ Main update: Success");
        }
        try (TestDatabase whole = TestDatabase.fresh();
                Sandbox sandbox = sandbox("", Duration.ZERO)) {
            ExdateProgram.Ended ended =
                    program().with("DATABASE_URL", whole.url()).run(wholeDay());
            assertThat(ended.exitCode()).as(ended.all()).isZero();
            assertThat(TableContents.data(database)).isEqualTo(TableContents.data(whole));
        }
    }

    @Test
    void onlyWhatFailedIsAskedForAgain() throws Exception {
        String faults = "yahoo=html@20%,cboe/us/equities/notices/dividends/details=html@10%,"
                + "nasdaq/api/calendar=html@5%,yieldmax/our-etfs/=html@5%";
        try (Sandbox sandbox = sandbox(faults, Duration.ZERO)) {
            ExdateProgram.Ended ended =
                    program().with("EXDATE_UPDATE_FAILURE_SHARE", "0.9").run(wholeDay());
            assertThat(ended.exitCode()).as(ended.all()).isZero();
        }
        List<String> failed = database.rows("""
                SELECT CASE task WHEN 'update' THEN 'yahoo' ELSE task END, count(*) FROM exdate.failed_unit
                WHERE healed_at IS NULL AND unit_kind <> 'window' GROUP BY 1 ORDER BY 1
                """);
        assertThat(failed).hasSizeGreaterThanOrEqualTo(3);
        try (Sandbox sandbox = sandbox("", Duration.ZERO)) {
            ExdateProgram.Ended coming = program().run(run("--only-failed", "--skip", "future-dividends", "--dry-run"));
            assertThat(coming.out()).contains("🔁 Retrying what failed in the run of 2026-11-20: ");
            ExdateProgram.Ended ended = program().run(run("--only-failed", "--skip", "future-dividends"));
            assertThat(ended.exitCode()).as(ended.all()).isZero();
            assertThat(ended.out())
                    .contains(coming.out()
                            .lines()
                            .filter(line -> line.startsWith("🔁"))
                            .toList());
            assertThat(requests(sandbox)).isEqualTo(failed);
            assertThat(
                            database.value(
                                    "SELECT count(*) FROM exdate.failed_unit WHERE healed_at IS NULL AND unit_kind <> 'window'"))
                    .isEqualTo("0");
            assertThat(program().run("history").out().lines()).hasSize(2);
            ExdateProgram.Ended again = program().run(run("--only-failed"));
            assertThat(again.exitCode()).as(again.all()).isZero();
        }
    }
}
