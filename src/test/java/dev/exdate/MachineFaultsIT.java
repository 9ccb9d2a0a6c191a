package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exdate.database.FaultServer;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.FaultScene;
import dev.exdate.testing.Forwarding;
import dev.exdate.testing.HeldUpdate;
import dev.exdate.testing.Reliability;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of the real program on a machine on which something is missing, full or too small. */
@Needs(MachineProgram.POSTGRESQL_CLIENT)
@Tag("faults")
class MachineFaultsIT {
    private static final int SYMBOLS = 24;
    private static final Duration END = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static FaultServer server;
    private static Sandbox sandbox;
    private static Map<String, List<String>> truth;

    @BeforeAll
    static void open() throws Exception {
        server = FaultServer.start();
        sandbox = FaultScene.sandbox(SYMBOLS, Duration.ofMillis(4), "");
        truth = FaultScene.truth(server, sandbox, folder.resolve("truth"));
    }

    @AfterAll
    static void close() {
        sandbox.close();
        server.close();
    }

    private static FaultScene scene(String name) throws Exception {
        return new FaultScene(server, folder.resolve(name));
    }

    private static ExdateProgram.Ended run(FaultScene scene, String... options) throws Exception {
        return scene.begin(sandbox, options).await(END);
    }

    /** The run does all its work; the words say what was not as it should be. */
    private static void worksAllTheSame(String fault, FaultScene scene, ExdateProgram.Ended ended, String... words)
            throws Exception {
        long lost = scene.lostRows(truth);
        boolean well = ended.exitCode() == 0
                && Stream.of(words).allMatch(ended.all()::contains)
                && !ended.all().contains("\tat ")
                && scene.left().isEmpty();
        Reliability.add(fault, well, lost, ended.seconds());
        assertThat(well && lost == 0)
                .as(() -> "%s: lost %d%n%s".formatted(fault, lost, ended.all()))
                .isTrue();
    }

    @Test
    void foldersThatCanNotBeWrittenAreRefusedBeforeAnythingIsBegun() throws Exception {
        try (FaultScene scene = scene("no-folders")) {
            Path file = Files.createFile(scene.folder().resolve("file"));
            scene.set("EXDATE_LOG_DIR", Optional.of(file.resolve("logs").toString()));
            scene.set("EXDATE_BACKUP_DIR", Optional.of(file.resolve("backups").toString()));
            ExdateProgram.Ended ended = run(scene);
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
            assertThat(ended.all()).contains("EXDATE_BACKUP_DIR is ", "EXDATE_LOG_DIR is ", file + " is not a folder");
        }
    }

    private static boolean done(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private interface OnDisk {
        void on(Path disk) throws Exception;
    }

    /** A file system of a few kilobytes without room. */
    private static void fullDisk(OnDisk work) throws Exception {
        Path disk = Files.createTempDirectory(folder, "disk");
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
                "nothing can be mounted here");
        try {
            Path filler = disk.resolve("filler");
            try (OutputStream out = Files.newOutputStream(filler)) {
                byte[] some = new byte[1_024];
                while (true) {
                    out.write(some);
                }
            } catch (IOException full) {
                assertThat(full).hasMessageContaining("No space left");
            }
            work.on(disk);
        } finally {
            assertThat(done("umount", "-l", disk.toString())).isTrue();
        }
    }

    @Test
    void aFullLogFolderStopsNothing() throws Exception {
        fullDisk(disk -> {
            try (FaultScene scene = scene("full-logs")) {
                scene.set("EXDATE_LOG_DIR", Optional.of(disk.toString()));
                worksAllTheSame("log folder full", scene, run(scene), disk.toString());
            }
        });
    }

    @Test
    void aFullBackupFolderFailsTheBackupAlone() throws Exception {
        fullDisk(disk -> {
            try (FaultScene scene = scene("full-backups")) {
                scene.set("EXDATE_BACKUP_DIR", Optional.of(disk.toString()));
                worksAllTheSame("backup folder full", scene, run(scene), "No space left on device");
                assertThat(disk).isDirectoryNotContaining("glob:**.partial");
            }
        });
    }

    @Test
    void aMissingTemporaryFolderStopsNothing() throws Exception {
        try (FaultScene scene = scene("no-tmp")) {
            scene.set("TMPDIR", Optional.of(scene.folder().resolve("nowhere").toString()));
            worksAllTheSame("TMPDIR missing", scene, run(scene));
        }
    }

    @Test
    void withTwentyFilesOpenAtMostItWorksOrEndsInALine() throws Exception {
        assumeTrue(ExdateProgram.executable().isPresent(), "for the executable alone: the Java machine opens more");
        try (FaultScene scene = scene("few-files")) {
            ExdateProgram.Ended few =
                    scene.program(sandbox).under("prlimit", "--nofile=20", "--").run(FaultScene.run());
            ExdateProgram.Ended ended = few.exitCode() == 0 ? few : scene.resume(sandbox);
            assertThat(few.all()).doesNotContain("\tat ");
            assertThat(few.exitCode() == 0 || few.all().contains("open files"))
                    .as(few.all())
                    .isTrue();
            worksAllTheSame("20 file descriptors, then `run --resume`", scene, ended);
        }
    }

    @Test
    void itFitsInto128Megabytes() throws Exception {
        assumeTrue(ExdateProgram.executable().isPresent(), "for the executable alone: the Java machine takes more");
        boolean second = Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers"));
        Path group = Path.of(second ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory")
                .resolve("exdate-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(group);
            Files.writeString(
                    group.resolve(second ? "memory.max" : "memory.limit_in_bytes"), Integer.toString(128 << 20));
        } catch (IOException e) {
            assumeTrue(false, "no group of limited memory can be made: " + e);
        }
        try (FaultScene scene = scene("128mb")) {
            ExdateProgram.Ended ended = scene.program(sandbox)
                    .under("sh", "-c", "echo $$ >" + group.resolve("cgroup.procs") + " && exec \"$@\"", "sh")
                    .run(FaultScene.run("--skip", "nyse"));
            assertThat(ended.exitCode()).as(ended.all()).isZero();
            // The browser takes more; its task is the one that is left.
            assertThat(run(scene, "--only", "nyse").exitCode()).isZero();
            worksAllTheSame("memory limit of 128 MB", scene, ended);
        } finally {
            Files.delete(group);
        }
    }

    private static void edit(FaultScene scene, String from, String to) throws IOException {
        Path sources = scene.folder().resolve("sources.properties");
        Files.writeString(sources, Files.readString(sources).replace(from, to));
    }

    @Test
    void withoutNamesOfHostsItEndsInALineAndHealsInTheNextRun() throws Exception {
        try (FaultScene scene = scene("no-names")) {
            ExdateProgram program = scene.program(sandbox);
            edit(scene, sandbox.address().toString(), "https://source.invalid");
            long start = System.nanoTime();
            ExdateProgram.Ended blind = program.start(FaultScene.run()).await(END);
            double seconds = (System.nanoTime() - start) / 1e9;
            ExdateProgram.Ended ended = run(scene);
            long lost = scene.lostRows(truth);
            boolean well = blind.exitCode() == 1
                    && blind.out().contains("source.invalid")
                    && !blind.all().contains("\tat ")
                    && ended.exitCode() == 0
                    && scene.left().isEmpty();
            Reliability.add("no name resolution, then the next run", well, lost, seconds);
            assertThat(well && lost == 0)
                    .as(() -> "lost %d%n%s%n%s".formatted(lost, blind.all(), ended.all()))
                    .isTrue();
        }
    }

    @Test
    void onIpv6AloneItWorks() throws Exception {
        try (FaultScene scene = scene("six");
                Forwarding toServer = Forwarding.toPort(server.port());
                Forwarding toSources = Forwarding.toPort(sandbox.address().getPort())) {
            ExdateProgram program = scene.program(sandbox)
                    .with(
                            "DATABASE_URL",
                            server.url(scene.database())
                                    .replace("127.0.0.1:" + server.port(), "[::1]:" + toServer.port()));
            edit(scene, sandbox.address().toString(), "http://[::1]:" + toSources.port());
            worksAllTheSame("IPv6 only", scene, program.start(FaultScene.run()).await(END));
        }
    }

    private static void clock(FaultScene scene, Path shift) {
        Path library = MachineProgram.library().orElseThrow();
        scene.set("LD_PRELOAD", Optional.of(library.toString()));
        scene.set("DONT_FAKE_MONOTONIC", Optional.of("1"));
        // Else every timed wait of the Java machine ends at once.
        scene.set("FAKETIME_FORCE_MONOTONIC_FIX", Optional.of("0"));
        scene.set("FAKETIME_CACHE_DURATION", Optional.of("1"));
        scene.set("FAKETIME_TIMESTAMP_FILE", Optional.of(shift.toString()));
    }

    private static void clockAsItIs(FaultScene scene) {
        Stream.of(
                        "LD_PRELOAD",
                        "DONT_FAKE_MONOTONIC",
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "FAKETIME_CACHE_DURATION",
                        "FAKETIME_TIMESTAMP_FILE")
                .forEach(name -> scene.set(name, Optional.empty()));
    }

    @Needs(MachineProgram.FAKETIME)
    @Test
    void clocksAnHourApartMakeNoLivingRunADeadOne() throws Exception {
        for (String apart : List.of("+1h", "-1h")) {
            try (FaultScene scene = scene("clock" + apart)) {
                clock(scene, Files.writeString(scene.folder().resolve("clock"), apart));
                ExdateProgram.Started run = scene.begin(sandbox);
                try (HeldUpdate ignored = scene.holdUpdate(run)) {
                    clockAsItIs(scene);
                    ExdateProgram.Ended refused = scene.begin(sandbox).await(END);
                    assertThat(refused.exitCode()).as(refused.all()).isEqualTo(3);
                    assertThat(scene.journal()).containsExactly("run|running");
                    run.process().destroyForcibly().waitFor();
                }
                worksAllTheSame(
                        "clocks of server and program an hour apart (" + apart + "), kill -9, then `run --resume`",
                        scene,
                        scene.resume(sandbox));
                assertThat(scene.journal()).containsExactly("run|succeeded");
            }
        }
    }

    @Needs(MachineProgram.FAKETIME)
    @Test
    void aClockThatJumpsInARunChangesNothing() throws Exception {
        try (FaultScene scene = scene("jumps")) {
            Path shift = Files.writeString(scene.folder().resolve("clock"), "+0");
            clock(scene, shift);
            ExdateProgram.Started run = scene.begin(sandbox);
            for (String[] jump :
                    new String[][] {{"STEP 1", "+2h"}, {"PHASE 1", "-3h"}, {"STEP 2", "+1d"}, {"PHASE 2", "-1d"}}) {
                run.awaitLine(jump[0], END);
                Files.writeString(shift, jump[1]);
            }
            worksAllTheSame("system clock jumping by hours and days", scene, run.await(END));
        }
    }
}
