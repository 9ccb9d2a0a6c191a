package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exdate.database.FaultServer;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.FaultScene;
import dev.exdate.testing.HeldUpdate;
import dev.exdate.testing.Reliability;
import dev.exdate.testing.TableContents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of the real program on a PostgreSQL that breaks: it waits and heals, or ends in one clear line and is gone on with. */
@Tag("faults")
class DatabaseFaultsIT {
    private static final int SYMBOLS = 24;
    private static final String PATIENCE = "20s";
    private static final Duration END = Duration.ofMinutes(2);
    private static final List<String> MOMENTS = List.of("STEP 1", "PHASE 1", "STEP 2", "PHASE 2");

    /** Its browser takes a third of a run's processor time, and no database. */
    private static final String[] WITHOUT_NYSE = {"--skip", "nyse"};

    private static Sandbox sandbox;
    private static Map<String, List<String>> truth;

    @TempDir
    Path folder;

    private final Random random = new Random(20);
    private FaultServer server;

    @BeforeAll
    static void make(@TempDir Path undisturbed) throws Exception {
        sandbox = FaultScene.sandbox(SYMBOLS, Duration.ofMillis(8), "");
        try (FaultServer sound = FaultServer.start()) {
            truth = FaultScene.truth(sound, sandbox, undisturbed.resolve("truth"), WITHOUT_NYSE);
        }
    }

    @AfterAll
    static void closeTheSources() {
        sandbox.close();
    }

    @BeforeEach
    void open() throws Exception {
        server = FaultServer.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private interface Strike {
        void at(FaultScene scene) throws Exception;
    }

    private FaultScene scene(String name) throws Exception {
        FaultScene scene = new FaultScene(server, folder.resolve(name));
        scene.set("EXDATE_DATABASE_PATIENCE", Optional.of(PATIENCE));
        return scene;
    }

    /** Strikes at several moments of a run each; every one of them must end well by itself. */
    private void heals(String fault, List<String> moments, Strike strike) throws Exception {
        List<String> troubles = new ArrayList<>();
        for (String moment : moments) {
            try (FaultScene scene = scene(moment.replace(" ", "") + troubles.size());
                    ExdateProgram.Started run = scene.begin(sandbox, WITHOUT_NYSE)) {
                run.awaitLine(moment, Duration.ofMinutes(2));
                Thread.sleep(random.nextInt(500));
                long start = System.nanoTime();
                strike.at(scene);
                ExdateProgram.Ended ended = run.await(END);
                double seconds = (System.nanoTime() - start) / 1e9;
                long lost = scene.lostRows(truth);
                boolean well = ended.exitCode() == 0
                        && scene.left().isEmpty()
                        && scene.journal().equals(List.of("run|succeeded"));
                Reliability.add(fault, well, lost, seconds);
                if (!well || lost != 0) {
                    troubles.add("%s: lost %d, left %s, journal %s%n%s"
                            .formatted(moment, lost, scene.left(), scene.journal(), ended.all()));
                }
            }
        }
        assertThat(troubles).isEmpty();
    }

    /** Strikes in the update; the run says what happened in a line, and can be gone on with when the fault is mended. */
    private void endsClearly(String fault, String line, FaultScene scene, Strike strike, Strike mend) throws Exception {
        try (scene;
                ExdateProgram.Started run = scene.begin(sandbox, WITHOUT_NYSE)) {
            long start;
            try (HeldUpdate ignored = scene.holdUpdate(run)) {
                start = System.nanoTime();
                strike.at(scene);
            }
            ExdateProgram.Ended ended = run.await(END);
            double seconds = (System.nanoTime() - start) / 1e9;
            mend.at(scene);
            long half = extraRows(scene);
            ExdateProgram.Ended resumed = scene.resume(sandbox, WITHOUT_NYSE);
            long lost = half + scene.lostRows(truth);
            boolean well = ended.exitCode() != 0
                    && ended.all().contains(line)
                    && !ended.all().contains("\tat ")
                    && resumed.exitCode() == 0
                    && scene.left().isEmpty()
                    && scene.journal().equals(List.of("run|succeeded"));
            Reliability.add(fault, well, lost, seconds);
            assertThat(well && lost == 0)
                    .as(() -> "%s: lost %d%n%s%n%s".formatted(fault, lost, ended.all(), resumed.all()))
                    .isTrue();
        }
    }

    /** Prices and dividends that no undisturbed run would have written. */
    private long extraRows(FaultScene scene) {
        Map<String, List<String>> here = TableContents.data(scene.database());
        List<String> prices = new ArrayList<>(here.get("public.raw_stock_prices"));
        truth.get("public.raw_stock_prices").forEach(prices::remove);
        List<String> dividends = new ArrayList<>(amounts(here));
        amounts(truth).forEach(dividends::remove);
        return prices.size() + dividends.size();
    }

    /** Symbol, ex-date and amount: the other days of a dividend are filled in from announcements when the update ends. */
    private static List<String> amounts(Map<String, List<String>> tables) {
        return tables.get("public.raw_dividends").stream()
                .map(row -> row.split("\\|"))
                .map(cells -> cells[0] + " " + cells[1] + " " + cells[5])
                .toList();
    }

    @Test
    void aServerThatIsRestartedIsWaitedFor() throws Exception {
        heals("PostgreSQL restarted", MOMENTS, scene -> {
            server.down();
            server.up();
        });
    }

    @Test
    void aServerThatIsKilledIsWaitedFor() throws Exception {
        heals("PostgreSQL killed (kill -9), started again", MOMENTS, scene -> {
            server.kill();
            server.up();
        });
        heals("PostgreSQL killed, back after 8 seconds", List.of("STEP 2"), scene -> {
            server.kill();
            Thread.sleep(8_000);
            server.up();
        });
    }

    @Test
    void aServerThatStaysAwayEndsARunThatCanBeGoneOnWith() throws Exception {
        endsClearly(
                "PostgreSQL killed, not back in time, then `run --resume`",
                "the connection to the database was lost",
                scene("away"),
                scene -> server.kill(),
                scene -> server.up());
    }

    @Test
    void connectionsThatAreDroppedInCopyAndAnywhereAreOpenedAnew() throws Exception {
        heals("connection dropped in COPY", List.of("PHASE 1", "STEP 2", "STEP 2", "STEP 2"), scene -> {
            long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            while (scene.terminate("state = 'active' AND query LIKE 'COPY%'") == 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        });
        heals("all connections dropped", MOMENTS, scene -> scene.terminate("true"));
    }

    /** All connections that the server has are somebody else's, none the run's. */
    private List<Connection> crowd(FaultScene scene) throws Exception {
        List<Connection> all = new ArrayList<>();
        do {
            scene.terminate("true");
            for (boolean room = true; room; ) {
                try {
                    all.add(server.connect(scene.database(), "crowd"));
                } catch (SQLException full) {
                    room = false;
                }
            }
        } while (scene.terminate("true") > 0);
        return all;
    }

    private static void leave(List<Connection> crowd) throws SQLException {
        for (Connection connection : crowd) {
            connection.close();
        }
    }

    @Test
    void aServerWithoutAFreeConnectionIsWaitedFor() throws Exception {
        server.execute("CREATE ROLE crowd LOGIN PASSWORD '" + FaultServer.PASSWORD + "'");
        heals("out of connections for 5 seconds", List.of("PHASE 1", "STEP 2"), scene -> {
            List<Connection> crowd = crowd(scene);
            Thread.sleep(5_000);
            leave(crowd);
        });
        List<Connection> staying = new ArrayList<>();
        endsClearly(
                "out of connections for good, then `run --resume`",
                "the server has no free connection",
                scene("crowded"),
                scene -> staying.addAll(crowd(scene)),
                scene -> leave(staying));
    }

    @Test
    void aFullDiskEndsARunThatCanBeGoneOnWith() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=32m,mode=700", "tmpfs", disk.toString()),
                "nothing can be mounted here");
        try {
            Path filler = disk.resolve("filler");
            FaultScene scene = new FaultScene(
                    server, server.database(Files.createDirectories(disk.resolve("tables"))), folder.resolve("full"));
            endsClearly(
                    "disk full (a small tablespace), then `run --resume`",
                    "the server's disk is full",
                    scene,
                    struck -> {
                        try (var out = Files.newOutputStream(filler)) {
                            byte[] some = new byte[4_096];
                            while (true) {
                                out.write(some);
                            }
                        } catch (java.io.IOException full) {
                            assertThat(full).hasMessageContaining("No space left");
                        }
                    },
                    mended -> Files.delete(filler));
        } finally {
            server.down();
            assertThat(done("umount", "-l", disk.toString())).isTrue();
        }
    }

    private static boolean done(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    @Test
    void aDatabaseThatTakesNoWritesEndsARunThatCanBeGoneOnWith() throws Exception {
        endsClearly(
                "set read-only, then `run --resume`",
                "the database is read-only",
                scene("read-only"),
                scene -> {
                    server.execute("ALTER ROLE runner SET default_transaction_read_only = on");
                    scene.terminate("true");
                },
                scene -> server.execute("ALTER ROLE runner RESET default_transaction_read_only"));
    }

    @Test
    void aStandbyThatTakesOverIsWaitedForUntilItTakesWrites() throws Exception {
        FaultServer first = server;
        FaultServer standby = first.standby();
        heals(
                "failing over: a standby answers, read-only for 4 seconds, and becomes the primary",
                List.of("STEP 2"),
                scene -> {
                    first.kill();
                    server = standby.takeOver(first);
                    Thread.sleep(4_000);
                    server.promote();
                });
    }

    @Test
    void statementsThatAreCutOffAreDoneAgain() throws Exception {
        server.execute(
                "ALTER ROLE runner SET statement_timeout = '200ms'", "ALTER ROLE runner SET lock_timeout = '20ms'");
        heals("time-outs of the role (200 ms), and 10 statements cancelled", MOMENTS, scene -> {
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            for (int cancelled = 0; cancelled < 10 && System.nanoTime() < end; ) {
                cancelled += scene.database()
                        .rows("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND usename = 'runner' AND state = 'active' ORDER BY random() LIMIT 1")
                        .size();
                Thread.sleep(2 + random.nextInt(60));
            }
        });
    }

    /** Somebody else writes the same rows in any order, each of them for a moment, until the run has ended. */
    private void rival(FaultScene scene, int most) {
        CompletableFuture.runAsync(() -> {
            try (Connection connection = scene.database().connection();
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < most; i++) {
                    connection.setAutoCommit(false);
                    try {
                        for (String table : List.of("raw_stocks", "raw_stock_prices", "raw_dividends", "raw_stocks")) {
                            statement.execute(
                                    "UPDATE " + table + " SET symbol = symbol WHERE ctid IN (SELECT ctid FROM " + table
                                            + " ORDER BY random() LIMIT 8)");
                        }
                        connection.commit();
                    } catch (SQLException lost) {
                        connection.rollback();
                    }
                }
            } catch (SQLException e) {
                // The run has ended, and the database with it.
            }
        });
    }

    @Test
    void deadlocksAndSerializationFailuresAreDoneAgain() throws Exception {
        server.execute("ALTER SYSTEM SET deadlock_timeout = '50ms'", "SELECT pg_reload_conf()");
        heals("dead-locks with somebody who writes the same rows", List.of("PHASE 1", "STEP 2", "PHASE 2"), scene -> {
            rival(scene, 300);
            rival(scene, 300);
        });
        server.execute("ALTER ROLE runner SET default_transaction_isolation = 'serializable'");
        heals(
                "serialization failures (all transactions serializable)",
                List.of("PHASE 1", "STEP 2", "PHASE 2"),
                scene -> {
                    rival(scene, 300);
                    rival(scene, 300);
                });
    }

    @Test
    void aLockOnTheSymbolsIsWaitedForWithinTheTasksLimit() throws Exception {
        heals("a lock on raw_stocks for 10 seconds", List.of("STEP 1", "STEP 2"), scene -> {
            try (Connection other = server.connect(scene.database(), "runner");
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE raw_stocks IN ACCESS EXCLUSIVE MODE");
                Thread.sleep(10_000);
                other.rollback();
            }
        });
        FaultScene scene = scene("locked");
        scene.set("EXDATE_TASK_UPDATE_TIMEOUT", Optional.of("6s"));
        List<Connection> others = new ArrayList<>();
        endsClearly(
                "a lock on raw_stocks beyond the task's limit, then `run --resume`",
                "timed out: limit 6",
                scene,
                struck -> {
                    Connection other = server.connect(struck.database(), "runner");
                    others.add(other);
                    other.setAutoCommit(false);
                    try (Statement statement = other.createStatement()) {
                        statement.execute("LOCK TABLE raw_stocks IN ACCESS EXCLUSIVE MODE");
                    }
                    CompletableFuture.runAsync(() -> {
                        try {
                            struck.database()
                                    .awaitValue("SELECT outcome FROM exdate.task_run WHERE task = 'update'", "failed");
                            other.close();
                        } catch (SQLException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                },
                mended -> leave(others));
    }
}
