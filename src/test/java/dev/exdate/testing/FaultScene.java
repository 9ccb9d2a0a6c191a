package dev.exdate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.FaultServer;
import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A run of the real program on a database and in a folder of its own, to be disturbed, and what must be there in the end. */
public final class FaultScene implements AutoCloseable {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final FaultServer server;
    private final TestDatabase database;
    private final Path folder;
    private final boolean owner;
    private final Map<String, String> environment = new HashMap<>();

    public FaultScene(FaultServer server, Path folder) throws Exception {
        this(server, server.database(), folder);
    }

    public FaultScene(FaultServer server, TestDatabase database, Path folder) throws Exception {
        this(server, database, true, folder);
    }

    private FaultScene(FaultServer server, TestDatabase database, boolean owner, Path folder) throws Exception {
        this.server = server;
        this.owner = owner;
        this.database = database;
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("tmp"));
    }

    /** The same database, to be closed before this one. */
    public FaultScene onAnotherHost(Path otherFolder) throws Exception {
        return new FaultScene(server, database, false, otherFolder);
    }

    public static Sandbox sandbox(int symbols, Duration latency, String faults) throws Exception {
        return Sandbox.start(new SandboxOptions(0, symbols, 11, latency, faults, Optional.empty(), DAY));
    }

    /** What the tables hold after a run that nothing disturbs. */
    public static Map<String, List<String>> truth(FaultServer server, Sandbox sandbox, Path folder, String... options)
            throws Exception {
        try (FaultScene scene = new FaultScene(server, folder)) {
            ExdateProgram.Ended ended = scene.begin(sandbox, options).await(Duration.ofMinutes(3));
            assertThat(ended.exitCode()).as(ended.all()).isZero();
            assertThat(scene.database.value("SELECT count(*) FROM exdate.task_run WHERE outcome = 'failed'"))
                    .as(ended.all())
                    .isEqualTo("0");
            return TableContents.data(scene.database);
        }
    }

    /** Sets a variable of the environment of the runs that follow; without a value it is theirs no longer. */
    public void set(String name, Optional<String> value) {
        value.ifPresentOrElse(given -> environment.put(name, given), () -> environment.remove(name));
    }

    public Path folder() {
        return folder;
    }

    public TestDatabase database() {
        return database;
    }

    public ExdateProgram program(Sandbox sandbox) throws Exception {
        return program(sandbox, false);
    }

    /** @param keys whether the sources that want a key are open to the run */
    public ExdateProgram program(Sandbox sandbox, boolean keys) throws Exception {
        Path sources = folder.resolve("sources.properties");
        sandbox.writeSources(sources, keys);
        ExdateProgram program = new ExdateProgram(folder)
                .with("DATABASE_URL", server.url(database))
                .with("TMPDIR", folder.resolve("tmp").toString());
        environment.forEach(program::with);
        return program;
    }

    /** Lets the run begin its update, and not end it before the given is closed. */
    public HeldUpdate holdUpdate(ExdateProgram.Started run) throws Exception {
        run.awaitLine("BEFORE STATE SNAPSHOT", Duration.ofMinutes(2));
        HeldUpdate held = HeldUpdate.prepare(server.connect(database));
        held.await(this);
        return held;
    }

    public static String[] run(String... options) {
        return ExdateProgram.dailyRun(DAY, options);
    }

    public ExdateProgram.Started begin(Sandbox sandbox, String... options) throws Exception {
        return program(sandbox).start(run(options));
    }

    public ExdateProgram.Ended resume(Sandbox sandbox, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--resume"));
        all.addAll(List.of(options));
        return begin(sandbox, all.toArray(String[]::new)).await(Duration.ofMinutes(3));
    }

    /** Rows that are missing and rows that should not be there. */
    public long lostRows(Map<String, List<String>> truth) {
        Map<String, List<String>> actual = TableContents.data(database);
        long wrong = 0;
        for (Map.Entry<String, List<String>> table : truth.entrySet()) {
            List<String> missing = new ArrayList<>(table.getValue());
            List<String> extra = new ArrayList<>(actual.getOrDefault(table.getKey(), List.of()));
            if (!missing.equals(extra)) {
                List<String> all = List.copyOf(extra);
                table.getValue().forEach(extra::remove);
                all.forEach(missing::remove);
                wrong += missing.size() + extra.size();
            }
        }
        return wrong;
    }

    /** Ends sessions of the run on the server. */
    public int terminate(String which) {
        return database.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND usename = 'runner' AND " + which)
                .size();
    }

    /** Some of the rows that {@link #lostRows} counts, for a message. */
    public List<String> differences(Map<String, List<String>> truth) {
        Map<String, List<String>> actual = TableContents.data(database);
        List<String> some = new ArrayList<>();
        truth.forEach((table, rows) -> {
            List<String> here = actual.getOrDefault(table, List.of());
            rows.stream()
                    .filter(row -> !here.contains(row))
                    .limit(3)
                    .forEach(row -> some.add("- " + table + " " + row));
            here.stream()
                    .filter(row -> !rows.contains(row))
                    .limit(3)
                    .forEach(row -> some.add("+ " + table + " " + row));
        });
        return some;
    }

    /** Nothing of any run is left: no session, no lock, no process, no temporary file. */
    public List<String> left() throws Exception {
        List<String> left = new ArrayList<>(database.rows("""
                SELECT 'session: ' || query FROM pg_stat_activity WHERE datname = current_database() AND usename = 'runner'
                UNION ALL
                SELECT 'lock' FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                WHERE l.locktype = 'advisory' AND d.datname = current_database()
                UNION ALL
                SELECT 'database: ' || datname FROM pg_database
                WHERE datname ~ ('^exdate_proof_' || left(encode(sha256(current_database()::text::bytea), 'hex'), 8))
                """));
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .forEach(process ->
                        left.add("process: " + process.info().commandLine().orElse("")));
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(folder::relativize)
                    .filter(file -> file.toString().matches(".*\\.partial|.*\\.owner|tmp/exdate.*"))
                    .forEach(file -> left.add("file: " + file));
        }
        return left;
    }

    /** One run in the journal, which has succeeded. */
    public List<String> journal() {
        return database.rows("SELECT command, status FROM exdate.run");
    }

    @Override
    public void close() {
        if (owner) {
            database.close();
        }
    }
}
