package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exdate.database.FaultServer;
import dev.exdate.database.TestDatabase;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.FaultScene;
import dev.exdate.testing.Reliability;
import dev.exdate.testing.TableContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a backup or a restore, the database is whole, and there is a backup that gives all of it back. */
@Needs(MachineProgram.POSTGRESQL_CLIENT)
@Tag("faults")
class BackupFaultsIT {
    private static final int ROWS = 40_000;

    @TempDir
    static Path folder;

    private static FaultServer server;
    private static Sandbox sandbox;

    private final Random random = new Random(11);
    private FaultScene scene;
    private Map<String, List<String>> truth;

    @BeforeAll
    static void open() throws Exception {
        server = FaultServer.start();
        sandbox = FaultScene.sandbox(5, Duration.ZERO, "");
    }

    @AfterAll
    static void close() {
        sandbox.close();
        server.close();
    }

    /** A database with rows in it and one good backup. */
    @BeforeEach
    void fill() throws Exception {
        scene = new FaultScene(server, Files.createTempDirectory(folder, "scene"));
        assertThat(program().run("migrate").exitCode()).isZero();
        scene.database().execute("""
                INSERT INTO public.raw_stocks (symbol, name) SELECT 'ZZ' || i, 'Zed ' || i FROM generate_series(1, 3000) i;
                INSERT INTO public.raw_stock_prices (symbol, date, price, close, volume, source)
                SELECT 'ZZ' || i / 500, date '2024-01-01' + mod(i, 500), 1 + random(), 1 + random(), i, 'yahoo'
                FROM generate_series(0, %d) i
                """.formatted(ROWS - 1));
        truth = TableContents.data(scene.database());
        ExdateProgram.Ended first = program().run("backup");
        assertThat(first.exitCode()).as(first.all()).isZero();
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    private ExdateProgram program() throws Exception {
        return scene.program(sandbox);
    }

    private Path backups() throws Exception {
        return program().workingFolder().resolve("backups");
    }

    /** Rows that are missing in the database, or in the newest backup put into another one. */
    private long lost() throws Exception {
        long lost = scene.lostRows(truth);
        try (TestDatabase other = server.database()) {
            ExdateProgram.Ended restored =
                    program().with("DATABASE_URL", server.url(other)).run("restore", "latest");
            if (restored.exitCode() != 0) {
                return lost + truth.values().stream().mapToLong(List::size).sum();
            }
            return lost + (TableContents.data(other).equals(truth) ? 0 : 1);
        }
    }

    private void waitFor(ExdateProgram.Started run, String line, int most) throws Exception {
        while (!run.said(line) && run.process().isAlive()) {
            Thread.sleep(2);
        }
        Thread.sleep(most == 0 ? 0 : random.nextInt(most));
    }

    private static void kill(ExdateProgram.Started run) throws InterruptedException {
        run.process().destroyForcibly().waitFor();
    }

    private void record(String fault, boolean well, long start, String all) throws Exception {
        double seconds = (System.nanoTime() - start) / 1e9;
        long lost = lost();
        List<String> left = scene.left();
        Reliability.add(fault, well && left.isEmpty(), lost, seconds);
        assertThat(left).as(all).isEmpty();
        assertThat(lost).as(all).isZero();
        assertThat(well).as(all).isTrue();
    }

    @Test
    void killedWhileItDumpsOrProves() throws Exception {
        for (String line : List.of("Backing up", "Test restore of the backup")) {
            for (int i = 0; i < 2; i++) {
                ExdateProgram.Started run = program().start("backup");
                waitFor(run, line, line.startsWith("B") ? 700 : 1_500);
                kill(run);
                long start = System.nanoTime();
                ExdateProgram.Ended ended = program().run("backup");
                record(
                        "kill -9 of a backup " + (line.startsWith("B") ? "that dumps" : "that is proven")
                                + ", then `backup`",
                        ended.exitCode() == 0,
                        start,
                        ended.all());
            }
        }
    }

    @Test
    void killedWhileItRemovesOldOnes() throws Exception {
        oldSets(400);
        ExdateProgram.Started run = program().start("backup");
        while (oldDays() == 400 && run.process().isAlive()) {
            Thread.sleep(1);
        }
        kill(run);
        assertThat(oldDays()).as("some are gone, others are there").isBetween(1L, 399L);
        long start = System.nanoTime();
        ExdateProgram.Ended ended = program().run("backup");
        record(
                "kill -9 of a backup that removes old sets, then `backup`",
                ended.exitCode() == 0 && oldDays() == 0,
                start,
                ended.all());
    }

    /** Copies of the good one with old dates. */
    private void oldSets(int count) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(backups())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (int i = 0; i < count; i++) {
            String day =
                    java.time.LocalDate.of(2020, 1, 1).plusDays(i).toString().replace("-", "");
            Path to = Files.createDirectory(backups().resolve(day));
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName().toString().replaceFirst("\\d{8}", day)));
            }
        }
    }

    private long oldDays() throws Exception {
        try (Stream<Path> days = Files.list(backups())) {
            return days.filter(day -> day.getFileName().toString().compareTo("2024") < 0)
                    .count();
        }
    }

    @Test
    void killedWhileItPutsBack() throws Exception {
        for (int i = 0; i < 3; i++) {
            scene.database().execute("DELETE FROM raw_stocks WHERE symbol LIKE 'ZZ1%'");
            Map<String, List<String>> damaged = TableContents.data(scene.database());
            ExdateProgram.Started run = program().start("restore", "latest", "--overwrite");
            waitFor(run, "Restoring into", 1_200);
            kill(run);
            long start = System.nanoTime();
            scene.database()
                    .awaitValue(
                            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'runner'",
                            "0");
            Map<String, List<String>> now = TableContents.data(scene.database());
            assertThat(now.equals(damaged) || now.equals(truth))
                    .as("the old or the new, nothing between")
                    .isTrue();
            ExdateProgram.Ended ended = program().run("restore", "latest", "--overwrite");
            record("kill -9 of a restore, then `restore`", ended.exitCode() == 0, start, ended.all());
        }
    }

    @Test
    void endedByTermWhileItDumpsProvesOrCopiesAway() throws Exception {
        Path hook = script("hook", "exec sleep 4713");
        for (String line : List.of("Backing up", "Test restore of the backup", "Calling ")) {
            ExdateProgram.Started run =
                    program().with("EXDATE_BACKUP_HOOK", hook.toString()).start("backup");
            waitFor(run, line, 400);
            long start = System.nanoTime();
            new ProcessBuilder("kill", "-TERM", Long.toString(run.process().pid()))
                    .start()
                    .waitFor();
            ExdateProgram.Ended ended = run.await(Duration.ofMinutes(1));
            scene.database()
                    .awaitValue(
                            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'runner'",
                            "0");
            record("TERM while a backup is made, proven or copied away", ended.exitCode() == 143, start, ended.all());
        }
    }

    @Test
    void theServerIsKilledDuringTheProof() throws Exception {
        ExdateProgram.Started run =
                program().with("EXDATE_DATABASE_PATIENCE", "5s").start("backup");
        waitFor(run, "Test restore of the backup", 0);
        long start = System.nanoTime();
        server.kill();
        ExdateProgram.Ended ended = run.await(Duration.ofMinutes(1));
        server.up();
        ExdateProgram.Ended next = program().run("backup");
        record(
                "PostgreSQL killed while a backup is proven, then `backup`",
                ended.exitCode() == 1 && next.exitCode() == 0,
                start,
                ended.all() + next.all());
    }

    /** The backup ends in a line that says why, and what was there stays. */
    private void failsInOneLine(String fault, ExdateProgram program, String why) throws Exception {
        long start = System.nanoTime();
        ExdateProgram.Ended ended = program.run("backup");
        boolean well = ended.exitCode() == 1
                && ended.out().contains(why)
                && !ended.all().contains("\tat ")
                && ended.out()
                                .lines()
                                .filter(line -> line.startsWith("❌ backup failed: "))
                                .count()
                        == 1;
        record(fault, well, start, ended.all());
    }

    @Test
    void theBackupFolderIsFullOrTakesNoWrites() throws Exception {
        Path small = Files.createDirectory(program().workingFolder().resolve("small"));
        boolean mounted = root("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", small.toString());
        assumeTrue(mounted, "nothing can be mounted here");
        try {
            failsInOneLine(
                    "the backup folder is full",
                    program().with("EXDATE_BACKUP_DIR", small.toString()),
                    "No space left on device");
            assertThat(small).isEmptyDirectory();
            root("mount", "-o", "remount,ro", small.toString());
            long start = System.nanoTime();
            ExdateProgram.Ended refused =
                    program().with("EXDATE_BACKUP_DIR", small.toString()).run("backup");
            boolean well = refused.exitCode() == 2
                    && refused.err().lines().count() == 1
                    && refused.err().contains("EXDATE_BACKUP_DIR")
                    && refused.err().contains("not writable");
            record("the backup folder takes no writes", well, start, refused.all());
        } finally {
            root("umount", small.toString());
        }
    }

    private static boolean root(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    @Test
    void aQuotaAMissingFolderAndAMissingProgramAreSaid() throws Exception {
        Path quota = Files.createDirectory(program().workingFolder().resolve("quota"));
        String dump = Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, "pg_dump"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString();
        Path limited = script("quota/pg_dump", "ulimit -f 100; exec %s \"$@\"".formatted(dump));
        Files.createSymbolicLink(quota.resolve("pg_restore"), Path.of(dump).resolveSibling("pg_restore"));
        failsInOneLine(
                "pg_dump is past a limit on the size of files",
                program().with("EXDATE_PG_DUMP", limited.toString()),
                "pg_dump");
        failsInOneLine(
                "pg_dump does not work", program().with("EXDATE_PG_DUMP", "/bin/false"), "install postgresql-client");
        failsInOneLine(
                "the hook fails",
                program()
                        .with(
                                "EXDATE_BACKUP_HOOK",
                                script("fails", "echo no room there; exit 7").toString()),
                "failed with status 7: no room there");
    }

    private Path script(String name, String lines) throws Exception {
        Path script = program().workingFolder().resolve(name);
        Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    @Test
    void aDamagedSetIsRefusedAndTheOneBeforeGivesAllBack() throws Exception {
        ExdateProgram.Ended second = program().run("backup");
        assertThat(second.exitCode()).as(second.all()).isZero();
        Path newest;
        try (Stream<Path> files = Files.walk(backups())) {
            newest = files.filter(file -> file.toString().endsWith(".dump"))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow();
        }
        Path manifest = Path.of(newest.toString().replaceFirst("\\.dump$", ".manifest.json"));
        byte[] whole = Files.readAllBytes(newest);
        String said = Files.readString(manifest);

        byte[] flipped = whole.clone();
        flipped[random.nextInt(whole.length)] ^= 4;
        Files.write(newest, flipped);
        refused("one bit of a backup has flipped", newest, "checksum mismatch");
        Files.write(newest, Arrays.copyOf(whole, whole.length / 2));
        refused("a backup is cut off", newest, "size mismatch");
        Files.write(newest, whole);
        Files.delete(manifest);
        refused("a backup's manifest is missing", newest, "is missing or damaged");
        Files.writeString(manifest, said.replaceFirst("\"server\" : \"[^\"]*\"", "\"server\" : \"99.0\""));
        refused("a backup is of a newer PostgreSQL", newest, "use PostgreSQL 99 or newer");
    }

    private void refused(String fault, Path dump, String why) throws Exception {
        long start = System.nanoTime();
        ExdateProgram.Ended ended = program().run("restore", dump.toString(), "--overwrite");
        boolean well = ended.exitCode() == 1
                && ended.err().contains(why)
                && ended.err().lines().count() == 1;
        // A set that is cut or without a manifest is not the latest one that is good.
        boolean latest = fault.contains("flipped") || fault.contains("newer");
        double seconds = (System.nanoTime() - start) / 1e9;
        long lost = latest ? scene.lostRows(truth) : lost();
        Reliability.add(fault, well, lost, seconds);
        assertThat(well).as(ended.all()).isTrue();
        assertThat(lost).isZero();
    }
}
