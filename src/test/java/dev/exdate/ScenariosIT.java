package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.HeldUpdate;
import dev.exdate.testing.TableContents;
import dev.exdate.testing.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real program does when something goes wrong. */
class ScenariosIT {
    /** A pair of age-keygen's, for these tests alone. */
    private static final String AGE_PUBLIC = "age1mfqczkaldsv82f7kttuxzsntpg45el5ravvhje4ps5wxfru9np9s70qrdh";

    private static final String AGE_SECRET =
            "AGE-SECRET-KEY-10T0QGYRKTL38NDULH52DEJMYN8MDAS02RYMRS04YKSUJE3H4275QJYXFTC";

    private static final String DAY = "2026-11-20";
    private static final String SUNDAY = "2026-11-22";

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
        Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, 24, 1, latency, faults, Optional.empty(), LocalDate.parse(DAY)));
        sandbox.writeSources(folder.resolve("sources.properties"), false);
        return sandbox;
    }

    private ExdateProgram program() {
        return new ExdateProgram(folder).with("DATABASE_URL", database.url());
    }

    private ExdateProgram.Ended run(String faults, String... more) throws Exception {
        try (Sandbox sandbox = sandbox(faults, Duration.ZERO)) {
            return program().run(arguments(more));
        }
    }

    private static String[] arguments(String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "run";
        arguments[1] = "--sources";
        arguments[2] = "sources.properties";
        arguments[3] = "--force";
        arguments[4] = "--discover=always";
        System.arraycopy(more, 0, arguments, 5, more.length);
        return arguments;
    }

    private long rows(String table) {
        return Long.parseLong(database.value("SELECT count(*) FROM " + table));
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void oneScraperFailsAndAllElseIsDone() throws Exception {
        ExdateProgram.Ended ended = run("cboe=html", "--date", DAY, "--skip", "nyse");
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        assertThat(ended.out())
                .contains("  ⚠️  CBOE: Failed (non-critical)")
                .contains("  ✅ YieldMax: Success")
                .contains("  ✅ Database backup: Success")
                .contains("cboe failed:");
        assertThat(rows("raw_dividends_cboe")).isZero();
        assertThat(rows("raw_dividends_nasdaq")).isPositive();

        ExdateProgram.Ended resumed = program().run("run", "--resume", "--force", "--date", DAY);
        assertThat(resumed.exitCode()).as(resumed.all()).isZero();
        assertThat(resumed.out())
                .contains("⏹️  Nothing to resume: the run of 2026-11-20", ", except for cboe")
                .contains("Run `exdate run --only-failed` to repeat just these");

        // What is stored is shown, not what the failed update has not read.
        ExdateProgram.Ended failed = run("yahoo=html", "--date", "2026-11-23", "--only", "update");
        assertThat(failed.exitCode()).as(failed.all()).isEqualTo(1);
        assertThat(failed.out())
                .contains("Symbols with prices: "
                        + database.value("SELECT count(DISTINCT symbol) FROM raw_stock_prices") + " (")
                .contains("✅ Price data coverage: 100.0%")
                .doesNotContain("check if the update script is running");
    }

    @Needs(MachineProgram.CHROMIUM)
    @Test
    void aSourceBehindABotWallIsAskedThroughTheBrowser() throws Exception {
        try (Sandbox sandbox = sandbox("cboe=wall,snowball=wall:200", Duration.ZERO)) {
            String[] both = {
                "run", "--sources", "sources.properties", "--force", "--date", DAY, "--only", "cboe,snowball"
            };
            ExdateProgram.Ended without =
                    program().with("EXDATE_BROWSER", "/bin/false").run(both);
            assertThat(without.out())
                    .contains("  ⚠️  CBOE: Failed (non-critical)")
                    .contains("bot wall (Cloudflare), HTTP 403");
            assertThat(rows("raw_dividends_cboe")).isZero();
            ExdateProgram.Ended with =
                    program().with("EXDATE_SOURCE_SNOWBALL_VIA", "browser").run(both);
            assertThat(with.out())
                    .contains("  ✅ CBOE: Success")
                    .contains("  ✅ Snowball: Success")
                    .containsOnlyOnce("🌐 cboe: bot wall (Cloudflare) 3 times in a row; asked through the browser ")
                    .containsOnlyOnce("🌐 snowball: asked through the browser ");
            assertThat(rows("raw_dividends_cboe")).isPositive();
        }
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void anEncryptedBackupOfARunIsListedAndPutBackIntoAnEmptyDatabase() throws Exception {
        ExdateProgram.Ended ended;
        try (Sandbox sandbox = sandbox("", Duration.ZERO)) {
            ended = program()
                    .with("EXDATE_BACKUP_ENCRYPT_TO", AGE_PUBLIC)
                    .run(arguments("--date", DAY, "--only", "discovery,update,backup"));
        }
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        ExdateProgram.Ended list = new ExdateProgram(folder).run("backup", "--list");
        assertThat(list.out()).as(list.all()).contains("restored").contains(".dump.age");
        Files.writeString(folder.resolve("key.txt"), AGE_SECRET);
        try (TestDatabase other = TestDatabase.empty()) {
            ExdateProgram.Ended restored = new ExdateProgram(folder)
                    .with("DATABASE_URL", other.url())
                    .run("restore", "latest", "--identity", "key.txt");
            assertThat(restored.exitCode()).as(restored.all()).isZero();
            assertThat(restored.out()).contains("✅ Restored: ");
            assertThat(TableContents.data(other)).isEqualTo(TableContents.data(database));
        }
        ExdateProgram.Ended refused = program().run("restore", "latest");
        assertThat(refused.exitCode()).as(refused.all()).isEqualTo(1);
        assertThat(refused.err()).hasLineCount(1).contains("--identity");
    }

    @Test
    void allFiveScrapersFailAndTheUpdateIsDone() throws Exception {
        ExdateProgram.Ended ended = run(
                "yieldmax=html,globenewswire=html,cboe=html,nasdaq/api/calendar=html,nyse=html,snowball=html",
                "--date",
                DAY,
                "--skip",
                "backup");
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        for (String scraper : new String[] {"YieldMax", "CBOE", "NASDAQ", "NYSE", "Snowball"}) {
            assertThat(ended.out()).contains("  ⚠️  " + scraper + ": Failed (non-critical)");
        }
        assertThat(ended.out()).contains("✅ Data update completed in");
        assertThat(rows("raw_stock_prices")).isPositive();
    }

    @Test
    void whatIsNotThereIsNamedTheRestIsDoneAndTheEndIs1() throws Exception {
        try (Sandbox sandbox = sandbox("", Duration.ZERO)) {
            ExdateProgram.Ended found = program().run("discover", "--sources", "sources.properties");
            assertThat(found.exitCode()).as(found.all()).isZero();
            String known = database.value("SELECT min(symbol) FROM raw_stocks WHERE type = 'stock'");
            Files.writeString(folder.resolve("list.txt"), known + "\n" + known + "X\n");

            ExdateProgram.Ended ended = program()
                    .run("update", "--symbols", "@list.txt", "--date", SUNDAY, "--sources", "sources.properties");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(1);
            assertThat(ended.out())
                    .contains("⚠️  unknown symbol " + known + "X (nearest: " + known)
                    .contains("❌ update failed: unknown symbol " + known + "X")
                    .contains("; all else was done");
            assertThat(ended.err())
                    .contains("no session on " + SUNDAY + " (a Sunday); nearest: 2026-11-20, 2026-11-23");
            assertThat(database.value("SELECT max(date) FROM raw_stock_prices")).isEqualTo(DAY);

            ended = program()
                    .run(
                            "run",
                            "--only",
                            "snowball",
                            "--force",
                            "--date",
                            "2026-11-26",
                            "--sources",
                            "sources.properties");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(1);
            assertThat(ended.out()).contains("⚠️  no session on 2026-11-26 (a market holiday)");
            assertThat(database.value("SELECT exit_code FROM exdate.run WHERE command = 'run'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aFailedUpdateSkipsPhase2AndEndsWith1() throws Exception {
        ExdateProgram.Ended ended = run("yahoo=html", "--date", DAY, "--skip", "nyse");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(1);
        assertThat(ended.out()).contains("❌ Data update failed").contains("⚠️  DAILY UPDATE COMPLETED WITH ERRORS");
        assertThat(database.rows(
                        "SELECT task FROM exdate.task_run WHERE outcome = 'skipped' AND reason = 'the main update failed'"
                                + " ORDER BY task"))
                .containsExactly("backup", "companies", "future-dividends", "holdings");
        assertThat(folder.resolve("backups")).doesNotExist();
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices")).isEqualTo("0");
        assertThat(ended.out()).doesNotContain("DAILY UPDATE COMPLETED SUCCESSFULLY");
        assertThat(program().run("status").out())
                .contains("backup           skipped: the main update failed")
                .contains("`exdate run --only-failed` repeats just these")
                .contains("💾 ❌ No good backup of ");
    }

    @Test
    void aFailedBackupIsReportedOnly() throws Exception {
        try (Sandbox sandbox = sandbox("", Duration.ZERO)) {
            ExdateProgram.Ended ended = program()
                    .with("EXDATE_PG_DUMP", "/bin/false")
                    .run(arguments("--date", DAY, "--only", "discovery,update,backup"));
            assertThat(ended.exitCode()).as(ended.all()).isZero();
            assertThat(ended.out())
                    .contains("  ⚠️  Database backup: Failed (non-critical)")
                    .contains("EXDATE_PG_DUMP");
        }
    }

    @Test
    void withStrictAnyFailureEndsWith4() throws Exception {
        ExdateProgram.Ended ended = run("cboe=html", "--date", DAY, "--only", "discovery,cboe,update", "--strict");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(4);
    }

    @Test
    void aFailedDiscoveryOnASundayLetsTheRunGoOnAndEndsWith1() throws Exception {
        assertThat(run("", "--date", DAY, "--only", "discovery").exitCode()).isZero();
        long symbols = rows("raw_stocks");
        ExdateProgram.Ended ended;
        try (Sandbox sandbox = sandbox("nasdaqtrader=html", Duration.ZERO)) {
            ended = program()
                    .run(
                            "run",
                            "--sources",
                            "sources.properties",
                            "--force",
                            "--date",
                            SUNDAY,
                            "--skip",
                            "nyse,backup");
        }
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(1);
        assertThat(ended.out()).contains("❌ Discovery failed").contains("✅ Data update completed in");
        assertThat(rows("raw_stocks")).isEqualTo(symbols);
        assertThat(rows("raw_dividends")).isPositive();
    }

    @Test
    void aSecondRunLeavesTheFirstAloneAndEndsWith3() throws Exception {
        try (Sandbox sandbox = sandbox("", Duration.ofMillis(60));
                ExdateProgram.Started first = program().start(arguments("--date", DAY, "--skip", "nyse,backup"))) {
            first.awaitLine("PHASE 1", Duration.ofMinutes(2));
            ExdateProgram.Ended second;
            try (HeldUpdate ignored = HeldUpdate.prepare(database.connection())) {
                second = program().run(arguments("--date", DAY));
            }
            assertThat(second.exitCode()).as(second.all()).isEqualTo(3);
            assertThat(second.out())
                    .contains("⚠️  DAILY UPDATE ALREADY RUNNING")
                    .contains("(PID: " + first.process().pid());
            ExdateProgram.Ended ended = first.await(Duration.ofMinutes(2));
            assertThat(ended.exitCode()).as(ended.all()).isZero();
            assertThat(rows("exdate.run")).isEqualTo(1);
        }
    }

    @Test
    void termEndsARunWith143() throws Exception {
        try (Sandbox sandbox = sandbox("yahoo=hang", Duration.ZERO);
                ExdateProgram.Started run =
                        program().start(arguments("--date", DAY, "--only", "discovery,cboe,update"))) {
            run.awaitLine("STEP 2", Duration.ofMinutes(2));
            run.process().destroy();
            ExdateProgram.Ended ended = run.await(Duration.ofMinutes(1));
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(143);
            assertThat(ended.out())
                    .contains("🛑 update cancelled: SIGTERM", "🛑 DAILY UPDATE CANCELLED")
                    .doesNotContain("backup cancelled", "companies cancelled");
            assertThat(database.rows("SELECT status, exit_code FROM exdate.run"))
                    .as(ended.all())
                    .containsExactly("cancelled|143");
            assertThat(database.rows("SELECT outcome FROM exdate.task_run WHERE task = 'update'"))
                    .containsExactly("cancelled");
        }
    }

    @Test
    void withoutADatabaseNoSourceIsAsked() throws Exception {
        try (Sandbox sandbox = sandbox("", Duration.ZERO)) {
            ExdateProgram.Ended ended = new ExdateProgram(folder)
                    .with("DATABASE_URL", "postgresql://me:hunter22@127.0.0.1:1/none")
                    .run(arguments("--date", DAY));
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
            assertThat(ended.err())
                    .hasLineCount(1)
                    .contains("nothing listens there")
                    .doesNotContain("hunter22");
            assertThat(new Truth(sandbox.address()).requests()).isEmpty();
            try (var logs = Files.list(folder.resolve("logs"))) {
                assertThat(logs.toList())
                        .singleElement()
                        .satisfies(log -> assertThat(log)
                                .content()
                                .contains("❌ Failed to connect to database")
                                .doesNotContain("hunter22"));
            }
        }
    }

    @Test
    void aWrongPasswordAndARoleWithoutRightsAreOneClearLineEach() throws Exception {
        String wrong = database.url().replaceFirst(":[0-9a-f]{20,}@", ":mistaken@");
        ExdateProgram.Ended ended =
                new ExdateProgram(folder).with("DATABASE_URL", wrong).run("run", "--force");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
        assertThat(ended.err()).hasLineCount(1).contains("wrong password for nightly");
        database.administer("DROP ROLE IF EXISTS poor_it");
        database.administer("CREATE ROLE poor_it LOGIN PASSWORD 'poor1234'");
        ended = new ExdateProgram(folder)
                .with("DATABASE_URL", database.url().replaceFirst("//[^@]+@", "//poor_it:poor1234@"))
                .run("run", "--force");
        database.administer("DROP ROLE poor_it");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
        assertThat(ended.err()).hasLineCount(1).contains("GRANT CONNECT ON DATABASE");
    }

    @Test
    void wrongUseIsOneLineAndExit2() throws Exception {
        assertThat(program().run("run", "--only", "nothing").exitCode()).isEqualTo(2);
        assertThat(program()
                        .with("EXDATE_SOURCE_YAHOO_CONCURRENCY", "x")
                        .run("run", "--force")
                        .exitCode())
                .isEqualTo(2);
        assertThat(program().run("sandbox", "--faults", "yahoo=nonsense").exitCode())
                .isEqualTo(2);
    }
}
