package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.Reliability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program told to end while something hangs: gone within ten seconds, and nothing of it left behind. */
class EndingIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    /** A hang; how long it takes stands in docs/reliability.md. */
    private static final Duration MOST = Duration.ofMinutes(1);

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

    private Sandbox sandbox(String faults) throws Exception {
        Sandbox sandbox = Sandbox.start(new SandboxOptions(0, 20, 5, Duration.ZERO, faults, Optional.empty(), DAY));
        sandbox.writeSources(folder.resolve("sources.properties"), false);
        return sandbox;
    }

    private ExdateProgram program() {
        // Where the tests run in the background of a shell, INT would be ignored by all that they start.
        return new ExdateProgram(folder).with("DATABASE_URL", database.url()).under("env", "--default-signal=INT");
    }

    private static String[] run(String... more) {
        return ExdateProgram.dailyRun(DAY, more);
    }

    private static void signal(ExdateProgram.Started run, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(run.process().pid()))
                .start()
                .waitFor();
    }

    /** What it says when it is told to end. */
    private static ExdateProgram.Ended ended(ExdateProgram.Started run, String signal, String hanging)
            throws Exception {
        long start = System.nanoTime();
        signal(run, signal);
        ExdateProgram.Ended ended = run.await(MOST);
        boolean well = ended.exitCode() == (signal.equals("INT") ? 130 : 143);
        Reliability.add(signal + " and " + hanging, well, 0, (System.nanoTime() - start) / 1e9);
        return ended;
    }

    /** The server notices closed connections a moment after the program has gone. */
    private void nothingIsLeft(ExdateProgram.Ended ended) throws InterruptedException {
        database.awaitValue(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE 'exdate %' AND pid <> pg_backend_pid()"
                        + " AND backend_start > (SELECT min(started_at) FROM exdate.run)"
                        + " AND application_name <> current_setting('application_name')",
                "0");
        database.awaitValue(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())",
                "0");
        assertThat(database.value("SELECT count(*) FROM exdate.task_run WHERE outcome IN ('planned', 'running')"))
                .as("tasks without an outcome. " + ended.all())
                .isEqualTo("0");
    }

    private Path script(String name, String text) throws IOException {
        Path script = folder.resolve(name);
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    @Test
    void aLockOnATableHeldBySomebodyElseDoesNotKeepItFromEnding() throws Exception {
        try (Sandbox sandbox = sandbox("");
                Connection other = database.connection();
                Statement statement = other.createStatement();
                ExdateProgram.Started run = program().start(run("--skip", "nyse"))) {
            run.awaitLine("STEP 2", Duration.ofMinutes(2));
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE raw_stocks IN ACCESS EXCLUSIVE MODE");
            database.awaitValue(
                    "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
                    "t");
            ExdateProgram.Ended ended = ended(run, "TERM", "a lock on a table");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(143);
            assertThat(ended.out()).contains("DAILY UPDATE CANCELLED").contains("SIGTERM");
            nothingIsLeft(ended);
            assertThat(database.rows("SELECT status, exit_code, reason FROM exdate.run"))
                    .containsExactly("cancelled|143|SIGTERM");
            other.rollback();
        }
    }

    @Test
    void aDumpAndABrowserThatHangAreEndedWithTheirChildren() throws Exception {
        Path hanging = script(
                "hanging",
                "#!/bin/sh\ncase \"$*\" in *--version*) echo 'pg_dump (PostgreSQL) 99.1'; exit 0;; esac\nsleep 4711 & sleep 4711\n");
        Files.createSymbolicLink(folder.resolve("pg_dump"), hanging);
        Files.createSymbolicLink(folder.resolve("pg_restore"), hanging);
        try (Sandbox sandbox = sandbox("");
                ExdateProgram.Started run = program()
                        .with("EXDATE_PG_DUMP", folder.resolve("pg_dump").toString())
                        .with("EXDATE_BROWSER", hanging.toString())
                        .start(run("--only", "discovery,nyse,backup", "--serial"))) {
            run.awaitLine("Starting NYSE", Duration.ofMinutes(2));
            awaitChildren(run);
            ExdateProgram.Ended ended = ended(run, "INT", "a dump and a browser that hang");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(130);
            nothingIsLeft(ended);
            assertThat(sleepers()).as(ended.all()).isEmpty();
        }
        try (Sandbox sandbox = sandbox("");
                ExdateProgram.Started run = program()
                        .with("EXDATE_PG_DUMP", folder.resolve("pg_dump").toString())
                        .start(run("--only", "backup"))) {
            run.awaitLine("Starting database backup", Duration.ofMinutes(2));
            awaitChildren(run);
            ExdateProgram.Ended ended = ended(run, "TERM", "a dump that hangs");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(143);
            nothingIsLeft(ended);
            assertThat(sleepers()).as(ended.all()).isEmpty();
        }
    }

    private static void awaitChildren(ExdateProgram.Started run) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (run.process().descendants().noneMatch(EndingIT::sleeps)) {
            assertThat(System.nanoTime()).as("no child came").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("sleep 4711");
    }

    private static java.util.List<ProcessHandle> sleepers() {
        return ProcessHandle.allProcesses()
                .filter(EndingIT::sleeps)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    @Test
    void aSilentServerDoesNotKeepItFromEnding() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Sandbox sandbox = sandbox("");
                ExdateProgram.Started run = new ExdateProgram(folder)
                        .with("DATABASE_URL", "postgresql://me:s3cret@127.0.0.1:" + silent.getLocalPort() + "/none")
                        .start(run())) {
            silent.accept();
            ExdateProgram.Ended ended = ended(run, "TERM", "a database that says nothing");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(143);
            assertThat(ended.err()).hasLineCount(1).contains("SIGTERM").doesNotContain("s3cret");
        }
    }

    @Test
    void sourcesThatNeverAnswerDoNotKeepItFromEnding() throws Exception {
        try (Sandbox sandbox = sandbox("yahoo=hang, nasdaq=hang, nyse=hang");
                ExdateProgram.Started run = program().start(run("--only", "yieldmax,nasdaq,nyse,update"))) {
            run.awaitLine("Starting NASDAQ", Duration.ofMinutes(2));
            ExdateProgram.Ended ended = ended(run, "TERM", "sources that never answer");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(143);
            assertThat(ended.out()).contains("SIGTERM");
            nothingIsLeft(ended);
        }
    }

    @Test
    void aSecondTermEndsItAsWell() throws Exception {
        try (Sandbox sandbox = sandbox("yahoo=hang");
                ExdateProgram.Started run = program().start(run("--only", "discovery,update"))) {
            run.awaitLine("STEP 2", Duration.ofMinutes(2));
            signal(run, "TERM");
            signal(run, "TERM");
            ExdateProgram.Ended ended = run.await(MOST);
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(143);
        }
    }

    @Test
    void theLimitHoldsBeforeAnythingHasBegunToo() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Sandbox sandbox = sandbox("")) {
            ExdateProgram.Ended ended = new ExdateProgram(folder)
                    .with("DATABASE_URL", "postgresql://me:s3cret@127.0.0.1:" + silent.getLocalPort() + "/none")
                    .with("EXDATE_RUN_TIMEOUT", "1s")
                    .start(run())
                    .await(MOST);
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(1);
            assertThat(ended.err()).hasLineCount(1).contains("EXDATE_RUN_TIMEOUT", "before anything started");
        }
    }

    @Test
    void aRunPastItsLimitIsEndedAndHasFailed() throws Exception {
        try (Sandbox sandbox = sandbox("yahoo=hang")) {
            ExdateProgram.Ended ended =
                    program().with("EXDATE_RUN_TIMEOUT", "15s").run(run("--only", "discovery,update"));
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(1);
            assertThat(ended.out()).contains("EXDATE_RUN_TIMEOUT");
            assertThat(database.rows("SELECT status, exit_code FROM exdate.run"))
                    .containsExactly("failed|1");
            nothingIsLeft(ended);
        }
    }

    @Test
    void aTaskPastItsLimitFailsAndTheRunContinues() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol, name, type) VALUES ('ZZTA', 'Zed', 'stock')");
        try (Sandbox sandbox = sandbox("");
                Connection other = database.connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE exdate.company_attempt IN ACCESS EXCLUSIVE MODE");
            ExdateProgram.Ended ended = program()
                    .with("EXDATE_TASK_COMPANIES_TIMEOUT", "2s")
                    .run(run("--only", "companies,future-dividends"));
            assertThat(ended.exitCode()).as(ended.all()).isZero();
            assertThat(ended.out())
                    .contains("Company refresh: Failed (non-critical)")
                    .contains("EXDATE_TASK_COMPANIES_TIMEOUT")
                    .contains("Future dividends: Success");
            nothingIsLeft(ended);
            other.rollback();
        }
    }
}
