package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRestoreTest {
    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.empty();

    @AfterEach
    void drop() {
        database.close();
    }

    private BackupScene scene() throws Exception {
        return new BackupScene(Files.createDirectories(folder.resolve("backups")));
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void aSetThatCannotBePutBackIsNoBackupAndKeepsTheOldOnes() throws Exception {
        database.execute("CREATE TABLE public.raw_stocks (symbol text)");
        BackupScene scene = scene();
        scene.verifying(BackupSettings.Verification.LIST).backUp(database);
        // As people write it, without the schema: whoever puts the rows back has another search path.
        database.execute("""
                CREATE FUNCTION public.few() RETURNS bool LANGUAGE sql AS 'SELECT count(*) < 2 FROM raw_stocks';
                CREATE TABLE public.notes (n int CHECK (public.few()));
                INSERT INTO public.notes VALUES (1)
                """);

        assertThatThrownBy(() -> scene.verifying(BackupSettings.Verification.AUTO)
                        .backUp(database, BackupScene.NIGHT.plus(Duration.ofDays(30))))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("failed its proof: the test restore failed: ")
                .hasMessageContaining("older backups were kept")
                .hasMessageContaining("EXDATE_BACKUP_VERIFY=list")
                .hasMessageNotContaining("\n");

        assertThat(scene.sets()).hasSize(2);
        assertThat(scene.newest().isProven()).isFalse();
        assertThat(new SetChoice(folder.resolve("backups")).choose("latest"))
                .isEqualTo(scene.sets().getLast());
        assertThat(BackupScene.scratch(database)).isEmpty();
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void withoutTheRightToCreateDatabasesASetIsListedOnly() throws Exception {
        database.execute("CREATE TABLE public.raw_stocks (symbol text)");
        DatabaseAddress own = database.address();
        database.administer("CREATE ROLE no_maker LOGIN PASSWORD 'nomaker1' IN ROLE \"" + own.user() + "\"");
        DatabaseAddress address = new DatabaseAddress(
                own.host(), own.port(), own.database(), "no_maker", new Secret("nomaker1"), Map.of());
        try (TestDatabase limited = TestDatabase.as(address, database)) {
            BackupScene scene = scene();

            assertThat(scene.backUp(limited, address, BackupScene.NIGHT)).isInstanceOf(TaskOutcome.Succeeded.class);

            assertThat(scene.newest().manifest().orElseThrow().proof().kind()).isEqualTo(Proof.Kind.LISTED);
            assertThat(scene.log().lines())
                    .contains(
                            "⚠️  Only the table of contents is checked: the role no_maker may not create databases, so a test"
                                    + " restore is not possible; run: ALTER ROLE no_maker CREATEDB, or set EXDATE_BACKUP_VERIFY=list to keep it this way");
            assertThatThrownBy(() -> scene.verifying(BackupSettings.Verification.RESTORE)
                            .backUp(limited, address, BackupScene.NIGHT.plusSeconds(60)))
                    .isInstanceOf(TaskFailed.class)
                    .hasMessageContaining("run: ALTER ROLE no_maker CREATEDB");
            assertThat(scene.sets()).hasSize(1);
        } finally {
            database.administer("DROP ROLE no_maker");
        }
    }

    @Test
    void theDatabaseThatAKilledProofHasLeftGoesWithTheNextBackup() throws Exception {
        String left = ScratchDatabase.create(database, database.address(), "20260101_220000")
                .name();
        database.administer("CREATE DATABASE exdate_proof_mine");
        try {
            BackupScene scene = scene();
            scene.backUp(database);

            assertThat(scene.log().text())
                    .contains("🧹 Dropped the scratch database of an interrupted backup: " + left);
            assertThat(BackupScene.scratch(database)).containsExactly("exdate_proof_mine");
        } finally {
            database.administer("DROP DATABASE exdate_proof_mine");
        }
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void anInterruptEndsTheProofAndLeavesNothing() throws Exception {
        database.execute("CREATE TABLE public.raw_stocks (symbol text)");
        Path pids = folder.resolve("pids");
        new ProcessBuilder("mkfifo", pids.toString()).start().waitFor();
        PgTools real = PgToolSearch.onThisMachine(Optional.empty()).find(15, "15");
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(programs.resolve("pg_dump"), real.dump());
        BackupScene.script(programs.resolve("pg_restore"), """
                case "$*" in *--list*) exec %s "$@";; esac
                sleep 600 &
                echo "$$ $!" > %s
                wait
                """.formatted(real.restore(), pids));
        BackupScene scene = scene().with(programs.resolve("pg_dump"));
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread running = Thread.startVirtualThread(() -> {
            try {
                scene.backUp(database);
                ended.complete(new IllegalStateException("it ended"));
            } catch (Exception e) {
                ended.complete(e);
            }
        });
        List<ProcessHandle> family = Stream.of(Files.readString(pids).strip().split(" "))
                .map(Long::parseLong)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
        assertThat(BackupScene.scratch(database)).hasSize(1);

        running.interrupt();

        assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        for (ProcessHandle process : family) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(folder.resolve("backups")).isEmptyDirectory();
        assertThat(BackupScene.scratch(database)).isEmpty();
    }
}
