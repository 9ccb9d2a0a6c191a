package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTaskTest {
    private static final Instant NIGHT = Instant.parse("2026-01-20T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 19);

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private TestDatabase database;

    /** The quick one where it is not the proof that a test is about. */
    private BackupSettings.Verification verification = BackupSettings.Verification.LIST;

    @BeforeEach
    void fill() {
        database = TestDatabase.fresh();
        database.execute("""
                INSERT INTO public.raw_stocks (symbol, name) SELECT 'ZZ' || i, 'Zed ' || i FROM generate_series(1, 2000) i;
                INSERT INTO public.raw_dividends (symbol, ex_date, amount)
                    SELECT 'ZZ' || i, date '2026-01-02', 0.1 FROM generate_series(1, 300) i;
                CREATE TABLE public."odd Table" (a text);
                INSERT INTO public."odd Table" VALUES ('x');
                """);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void aRestoredDumpHasTheCountsOfTheManifest() throws Exception {
        verification = BackupSettings.Verification.AUTO;
        TaskOutcome outcome = task(NIGHT).run(log.context(DAY, TaskName.UPDATE, TaskName.DISCOVERY));

        assertThat(outcome).isInstanceOf(TaskOutcome.Succeeded.class);
        BackupSet set = onlySet();
        Manifest manifest = new ManifestJson().read(set.manifest()).orElseThrow();
        assertThat(manifest.ended()).containsExactly("discovery", "update");
        assertThat(manifest.tables())
                .containsEntry("public.raw_stocks", 2000L)
                .containsEntry("public.raw_dividends", 300L)
                .containsEntry("public.odd Table", 1L)
                .containsEntry("exdate.run", 0L);
        assertThat(manifest.dump().sha256()).isEqualTo(Checksum.of(set.dump()));
        assertThat(Files.readString(set.checksum()))
                .contains(manifest.dump().sha256() + "  " + set.dump().getFileName());
        assertThat(Files.readString(set.schema())).contains("CREATE TABLE public.raw_stocks");
        assertThat(names(set.folder())).hasSize(4).noneMatch(name -> name.endsWith(".partial"));
        assertThat(manifest.proof().kind()).isEqualTo(Proof.Kind.RESTORED);
        assertThat(scratchDatabases()).isEmpty();
        assertThat(log.lines())
                .contains(
                        "   📋 raw_stocks: 2,000 rows",
                        "📁 Full backup (schema + data): " + set.dump(),
                        "🎉 DATABASE BACKUP COMPLETED SUCCESSFULLY");

        try (TestDatabase empty = TestDatabase.empty()) {
            restore(set.dump(), empty.address());
            manifest.tables().forEach((table, rows) -> {
                String[] name = table.split("\\.", 2);
                assertThat(empty.value("SELECT count(*) FROM " + name[0] + ".\"" + name[1] + "\""))
                        .as(table)
                        .isEqualTo(rows.toString());
            });
        }
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void theNextBackupSaysWhatChangedAndRemovesOldSets() throws Exception {
        BackupSet old = BackupSet.at(folder, java.time.LocalDateTime.of(2026, 1, 1, 22, 0), false);
        old.begin();
        Files.writeString(BackupSet.partial(old.dump()), "old");
        old.complete();
        task(NIGHT).run(log.context(DAY));
        database.execute("INSERT INTO public.raw_stocks (symbol) VALUES ('NEW')");

        task(NIGHT.plusSeconds(86_400)).run(log.context(DAY.plusDays(1)));

        assertThat(log.lines())
                .contains(
                        "   📋 raw_stocks: 2,001 rows (+1 since yesterday)",
                        "   📋 raw_dividends: 300 rows (no change)",
                        "🗑️  Deleted old backup: " + old.dump(),
                        "✅ Cleaned up 1 old backup(s)");
        assertThat(new BackupFolder(folder).complete()).hasSize(2);
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void aLossOfRowsFailsTheTaskAndKeepsEveryOldSet() throws Exception {
        task(NIGHT).run(log.context(DAY));
        database.execute("DELETE FROM public.raw_stocks WHERE symbol <> 'ZZ1'");

        assertThatThrownBy(() -> task(NIGHT.plusSeconds(20 * 86_400)).run(log.context(DAY.plusDays(20))))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("raw_stocks lost 1,999 rows since 2026-01-19");

        assertThat(new BackupFolder(folder).complete()).hasSize(2);
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void aWrongPasswordIsOneLineWithoutThePassword() {
        DatabaseAddress right = database.address();
        DatabaseAddress wrong = new DatabaseAddress(
                right.host(), right.port(), right.database(), right.user(), new Secret("not-the-password"), Map.of());

        assertThatThrownBy(() -> new BackupTask(database, wrong, settings(Optional.empty()), at(NIGHT), "0.1.0")
                        .run(log.context(DAY)))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("not-the-password")
                .hasMessageNotContaining("\n");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPgDumpOlderThanTheServerIsNamedWithBothVersions() throws IOException {
        Path old = script("echo 'pg_dump (PostgreSQL) 9.6.24'");

        assertThatThrownBy(() -> task(NIGHT, Optional.of(old)).run(log.context(DAY)))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("pg_dump 9.6.24 (" + old + ") is older than the server (15.")
                .hasMessageContaining("install postgresql-client-15 or newer");
        assertThatThrownBy(
                        () -> task(NIGHT, Optional.of(folder.resolve("none"))).run(log.context(DAY)))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("(EXDATE_PG_DUMP) cannot be run");
    }

    @Test
    void anInterruptEndsPgDumpAndItsChildrenAndLeavesNothing() throws Exception {
        Path pids = folder.resolve("pids");
        new ProcessBuilder("mkfifo", pids.toString()).start().waitFor();
        Path hanging = script("""
                case "$1" in --version) echo 'pg_dump (PostgreSQL) 99.1'; exit;; esac
                sleep 600 &
                echo "$$ $!" > %s
                wait
                """.formatted(pids));
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread running = Thread.startVirtualThread(() -> {
            try {
                task(NIGHT, Optional.of(hanging)).run(log.context(DAY));
                ended.complete(new IllegalStateException("it ended"));
            } catch (Exception e) {
                ended.complete(e);
            }
        });
        List<ProcessHandle> family = Stream.of(Files.readString(pids).strip().split(" "))
                .map(Long::parseLong)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();

        running.interrupt();

        assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        for (ProcessHandle process : family) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(folder.resolve("20260120")).doesNotExist();
    }

    @Test
    void withoutAPgDumpTheBackupIsSkippedAndSaysWhatToInstall() throws Exception {
        PgToolSearch none = new PgToolSearch(Optional.empty(), List.of(folder));
        TaskOutcome outcome = new BackupTask(
                        database, database.address(), settings(Optional.empty()), none, at(NIGHT), "0.1.0")
                .run(log.context(DAY));
        assertThat(outcome).isInstanceOfSatisfying(TaskOutcome.Skipped.class, skipped -> {
            assertThat(skipped.reason()).contains("no pg_dump found", "install postgresql-client-", "EXDATE_PG_DUMP");
            assertThat(skipped.lacking()).isTrue();
        });
        assertThat(new BackupFolder(folder).complete()).isEmpty();
    }

    private BackupTask task(Instant now) {
        return task(now, Optional.empty());
    }

    private BackupTask task(Instant now, Optional<Path> pgDump) {
        return new BackupTask(database, database.address(), settings(pgDump), at(now), "0.1.0");
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private BackupSettings settings(Optional<Path> pgDump) {
        return new BackupSettings(
                folder,
                new BackupSettings.KeepRule(14, 0, 0),
                pgDump,
                verification,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private List<String> scratchDatabases() {
        return database.rows("SELECT datname FROM pg_database WHERE datname LIKE 'exdate_proof_%'");
    }

    private BackupSet onlySet() throws IOException {
        List<BackupSet> sets = new BackupFolder(folder).complete();
        assertThat(sets).hasSize(1);
        return sets.getFirst();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path script(String lines) throws IOException {
        Path script = Files.writeString(Files.createTempFile("pg_dump", ".sh"), "#!/bin/sh\n" + lines);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private static void restore(Path dump, DatabaseAddress into) throws Exception {
        Map<String, String> environment = new HashMap<>(new DumpTarget(into).environment());
        PgTools tools = PgToolSearch.onThisMachine(Optional.empty()).find(15, "15");
        ChildProcess.Ended ended;
        try (PasswordForTools password = PasswordForTools.of(new DumpTarget(into))) {
            environment.putAll(password.environment());
            ended = new ChildProcess(environment)
                    .run(List.of(
                            tools.restore().toString(),
                            "--no-owner",
                            "--exit-on-error",
                            "--dbname=" + into.database(),
                            dump.toString()));
        }
        assertThat(ended.lastError()).isEmpty();
        assertThat(ended.well()).isTrue();
    }
}
