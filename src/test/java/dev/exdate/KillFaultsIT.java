package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.FaultServer;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.FaultScene;
import dev.exdate.testing.Reliability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} anywhere, then {@code run --resume}: the tables are true, the journal has one run, nothing is left. */
@Needs(MachineProgram.POSTGRESQL_CLIENT)
@Tag("faults")
class KillFaultsIT {
    private static final int POINTS = 50;
    private static final int SYMBOLS = 24;

    /** Its browser takes a third of a run's processor time. */
    private static final String[] WITHOUT_NYSE = {"--skip", "nyse"};

    @TempDir
    static Path folder;

    private static FaultServer server;
    private static Sandbox sandbox;
    private static Map<String, List<String>> truth;
    private static Map<String, List<String>> truthWithoutNyse;

    @BeforeAll
    static void open() throws Exception {
        server = FaultServer.start();
        sandbox = FaultScene.sandbox(SYMBOLS, Duration.ofMillis(8), "");
        truth = FaultScene.truth(server, sandbox, folder.resolve("truth"));
        truthWithoutNyse = FaultScene.truth(server, sandbox, folder.resolve("truth-without-nyse"), WITHOUT_NYSE);
        assertThat(truth.get("public.raw_stock_prices")).hasSizeGreaterThan(1_000);
    }

    @AfterAll
    static void close() {
        sandbox.close();
        server.close();
    }

    /** Where a run is struck. */
    private enum Point {
        START("before or in the migration"),
        MIGRATION("in the migration"),
        DISCOVERY("in discovery"),
        SCRAPERS("in the scrapers"),
        BROWSER("while the browser renders"),
        UPDATE("in the update"),
        COPY("during COPY"),
        POST_TASKS("in the post-update tasks"),
        DUMP("during pg_dump"),
        REPORT("in the report");

        private final String words;

        Point(String words) {
            this.words = words;
        }

        /** Without a browser nobody renders. */
        static List<Point> onThisMachine() {
            boolean browser = MachineProgram.CHROMIUM.isThere();
            return Arrays.stream(values())
                    .filter(point -> browser || point != BROWSER)
                    .toList();
        }

        String[] options() {
            return this == BROWSER ? new String[0] : WITHOUT_NYSE;
        }

        Map<String, List<String>> truth() {
            return this == BROWSER ? truth : truthWithoutNyse;
        }

        /** Returns when the moment has come, or the run has ended. */
        void await(FaultScene scene, ExdateProgram.Started run, Random random) throws Exception {
            switch (this) {
                case START -> work(run, random, 2_000);
                case MIGRATION -> {
                    until(
                            run,
                            () -> scene.database()
                                    .value("SELECT to_regnamespace('exdate') IS NOT NULL")
                                    .equals("t"));
                    work(run, random, 250);
                }
                case DISCOVERY -> line(run, "STEP 1", random, 300);
                case SCRAPERS -> line(run, "PHASE 1", random, 1_000);
                case BROWSER -> {
                    until(run, () -> child(run, "exdate-browser"));
                    work(run, random, 200);
                }
                case UPDATE -> line(run, "STEP 2", random, 800);
                case COPY -> {
                    line(run, "STEP 2", random, 0);
                    until(
                            run,
                            () -> !scene.database()
                                    .rows("SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                                            + " AND state = 'active' AND query LIKE 'COPY%'")
                                    .isEmpty());
                }
                case POST_TASKS -> line(run, "PHASE 2", random, 600);
                case DUMP -> {
                    until(run, () -> child(run, "pg_dump"));
                    work(run, random, 30);
                }
                case REPORT -> line(run, "FINAL DATABASE STATUS REPORT", random, 30);
            }
        }

        private static void line(ExdateProgram.Started run, String line, Random random, int most) throws Exception {
            until(run, () -> run.said(line));
            work(run, random, most);
        }

        private static boolean child(ExdateProgram.Started run, String name) {
            return run.process()
                    .descendants()
                    .anyMatch(child -> child.info().commandLine().orElse("").contains(name));
        }

        /** Until it has worked on for some milliseconds, at most so many, by the processor time that it has used. */
        private static void work(ExdateProgram.Started run, Random random, int most) throws Exception {
            if (most > 0) {
                Duration goal = used(run).plusMillis(random.nextInt(most));
                until(run, () -> used(run).compareTo(goal) >= 0);
            }
        }

        private static Duration used(ExdateProgram.Started run) {
            return run.process().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        private interface Moment {
            boolean come() throws Exception;
        }

        private static void until(ExdateProgram.Started run, Moment moment) throws Exception {
            while (!moment.come() && run.process().isAlive()) {
                Thread.sleep(2);
            }
        }
    }

    private static String strike(long seed) throws Exception {
        Random random = new Random(seed);
        List<Point> points = Point.onThisMachine();
        Point point = points.get((int) (seed % points.size()));
        try (FaultScene scene = new FaultScene(server, folder.resolve("point" + seed))) {
            ExdateProgram.Started run = scene.begin(sandbox, point.options());
            point.await(scene, run, random);
            boolean struck = run.process().isAlive();
            run.process().destroyForcibly().waitFor();
            long start = System.nanoTime();
            ExdateProgram.Ended ended = scene.resume(sandbox, point.options());
            double seconds = (System.nanoTime() - start) / 1e9;
            long lost = scene.lostRows(point.truth());
            List<String> left = scene.left();
            boolean well =
                    ended.exitCode() == 0 && left.isEmpty() && scene.journal().equals(List.of("run|succeeded"));
            Reliability.add("kill -9 " + point.words + ", then `run --resume`", well, lost, seconds);
            return well && lost == 0
                    ? ""
                    : "seed %d, %s (struck: %s): lost %d, left %s, journal %s%n%s"
                            .formatted(seed, point, struck, lost, left, scene.journal(), ended.all());
        }
    }

    @Test
    void killedAtFiftyPointsARunIsGoneOnWithAndNothingIsLost() throws Exception {
        long first = Long.getLong("exdate.faults.seed", 1_000);
        System.out.println("kill points: seeds from " + first + " (-Dexdate.faults.seed=N for others)");
        List<String> troubles = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> strikes = new ArrayList<>();
            for (long seed = first; seed < first + POINTS; seed++) {
                long one = seed;
                strikes.add(threads.submit(() -> strike(one)));
            }
            for (Future<String> strike : strikes) {
                troubles.add(strike.get());
            }
        }
        troubles.removeIf(String::isEmpty);
        assertThat(troubles).isEmpty();
    }

    /** Units of work that are committed, and more than all of a task's for one that has succeeded. */
    private static long progress(FaultScene scene) {
        return Long.parseLong(scene.database()
                .value("SELECT (SELECT count(*) FROM exdate.done_unit)"
                        + " + 10000 * (SELECT count(*) FROM exdate.task_run WHERE outcome = 'succeeded')"
                        + " + (SELECT count(*) FROM exdate.freshness)"));
    }

    /** Waits until the run has done so much; false when it has ended before. */
    private static boolean hasDone(FaultScene scene, ExdateProgram.Started run, long goal) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (progress(scene) < goal) {
            if (run.process().waitFor(50, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (System.nanoTime() > end) {
                run.close();
                throw new AssertionError("stands still at " + progress(scene));
            }
        }
        return true;
    }

    @Test
    void killedAgainAndAgainARunGetsFurtherEachTimeAndEnds() throws Exception {
        Random random = new Random(7);
        String[] options = {"--skip", "nyse"};
        try (Sandbox slow = FaultScene.sandbox(96, Duration.ofMillis(120), "yahoo=delay:900ms");
                FaultScene scene = new FaultScene(server, folder.resolve("over-and-over"))) {
            long start = System.nanoTime();
            int kills = 0;
            long before = 0;
            List<Long> progress = new ArrayList<>();
            while (true) {
                ExdateProgram.Started run = scene.begin(slow, "--resume", "--skip", "nyse");
                run.awaitLine("BEFORE STATE SNAPSHOT", Duration.ofMinutes(2));
                if (!hasDone(scene, run, before + 1 + random.nextInt(150))) {
                    ExdateProgram.Ended ended = run.await(Duration.ofSeconds(1));
                    assertThat(ended.exitCode()).as(ended.all()).isZero();
                    break;
                }
                run.process().destroyForcibly().waitFor();
                kills++;
                long now = progress(scene);
                assertThat(now).as("kill %d, after %s", kills, progress).isGreaterThan(before);
                progress.add(now);
                before = now;
                assertThat(kills).as("it gets further: %s", progress).isLessThan(60);
            }
            assertThat(kills).isGreaterThan(2);
            Map<String, List<String>> whole = FaultScene.truth(server, slow, folder.resolve("undisturbed"), options);
            long lost = scene.lostRows(whole);
            boolean well = scene.left().isEmpty() && scene.journal().equals(List.of("run|succeeded"));
            Reliability.add(
                    "kill -9 over and over (fsync on), %d times".formatted(kills),
                    well,
                    lost,
                    (System.nanoTime() - start) / 1e9);
            assertThat(scene.left()).isEmpty();
            assertThat(lost).as(() -> scene.differences(whole).toString()).isZero();
            assertThat(scene.journal()).containsExactly("run|succeeded");
        }
    }
}
