package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.KeyedSource;
import dev.exdate.testing.Planted;
import dev.exdate.testing.Watched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and keys turn up nowhere in what the real program leaves and shows, whatever goes wrong. */
class SecretsIT {
    private static final String DAY = "2026-11-20";

    /** What the tests themselves put there. */
    private static final Pattern OURS = Pattern.compile("std(out|err).*|sources\\.properties|tmp");

    @TempDir
    Path folder;

    private TestDatabase database;
    private Planted planted;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.empty();
        planted = Planted.in(database);
        Files.createDirectory(folder.resolve("tmp"));
    }

    @AfterEach
    void close() {
        planted.remove();
        database.close();
    }

    private Sandbox sandbox() throws Exception {
        Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, 16, 7, Duration.ZERO, "", Optional.empty(), LocalDate.parse(DAY)));
        sandbox.writeSources(folder.resolve("sources.properties"), false);
        return sandbox;
    }

    private ExdateProgram program() {
        return planted.program(folder).with("TMPDIR", folder.resolve("tmp").toString());
    }

    private static String[] run(String... more) {
        String[] all = new String[6 + more.length];
        System.arraycopy(
                new String[] {"run", "--sources", "sources.properties", "--force", "--date", DAY}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return all;
    }

    /** Where the keyed source is, instead of the sandbox. */
    private void ask(KeyedSource source) throws Exception {
        Path sources = folder.resolve("sources.properties");
        Files.writeString(
                sources,
                Files.readString(sources)
                                .lines()
                                .filter(line -> !line.matches("EXDATE_SOURCE_(FMP|ALPHAVANTAGE)_BASE_URL.*"))
                                .collect(Collectors.joining("\n"))
                        + "\nEXDATE_SOURCE_FMP_BASE_URL=" + source.address()
                        + "\nEXDATE_SOURCE_ALPHAVANTAGE_BASE_URL=" + source.address()
                        + "\nEXDATE_SOURCE_ALPHAVANTAGE_DAILY_BUDGET=1000\n");
    }

    private void nothingShows(ExdateProgram.Ended ended) throws Exception {
        Planted.notIn(ended);
        Planted.notInFiles(folder);
        planted.notInTables();
    }

    @Needs(MachineProgram.POSTGRESQL_CLIENT)
    @Test
    void aKeyThatSourcesEchoInTheirRefusalsIsNeverShownOrLeft() throws Exception {
        try (Sandbox sandbox = sandbox();
                KeyedSource keyed = new KeyedSource()) {
            ask(keyed);
            ExdateProgram.Ended ended;
            try (ExdateProgram.Started run = program()
                            .with("EXDATE_DEBUG", "1")
                            .underUmask("000")
                            .start(run("--discover=always", "--json"));
                    Watched watched = new Watched(run.process().toHandle())) {
                ended = run.await(Duration.ofMinutes(2));
                assertThat(watched.commands()).anyMatch(command -> command.contains("pg_dump"));
                assertThat(watched.told()).anyMatch(environment -> environment.contains("PGPASSFILE="));
                assertThat(Planted.in(String.join("\n", watched.commands()))).isEmpty();
                assertThat(Planted.in(String.join("\n", watched.told()))).isEmpty();
            }
            assertThat(keyed.keys()).contains(Planted.fmp());
            assertThat(ended.out()).as(ended.all()).contains("\"update\"");
            assertThat(database.rows("SELECT outcome FROM exdate.task_run WHERE task = 'backup'"))
                    .as(ended.all())
                    .containsExactly("succeeded");
            nothingShows(ended);
            Planted.onlyTheOwnersIn(folder, OURS);
            assertThat(folder.resolve("tmp")).isDirectoryNotContaining("glob:**exdate-pgpass-*");
        }
    }

    @Test
    void aWrongPasswordIsNotShownWithItsStackTraceEither() throws Exception {
        ExdateProgram.Ended ended = program()
                .with("DATABASE_URL", planted.wrongUrl())
                .with("EXDATE_DEBUG", "1")
                .run("run", "--force");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
        Planted.notIn(ended);
        Planted.notInFiles(folder);
    }

    @Tag("faults")
    @Test
    void noCommandShowsOne() throws Exception {
        try (Sandbox sandbox = sandbox();
                KeyedSource keyed = new KeyedSource()) {
            ask(keyed);
            Planted.notIn(program().run(run("--discover=always", "--skip", "nyse,backup")));
            for (String command : List.of(
                    "settings",
                    "settings --json",
                    "status",
                    "history",
                    "report",
                    "doctor --sources sources.properties",
                    "doctor --grants",
                    "backup",
                    "backup --list",
                    "database x")) {
                nothingShows(program().underUmask("022").run(command.split(" ")));
            }
            Planted.onlyTheOwnersIn(folder, OURS);
        }
    }

    @Tag("faults")
    @ParameterizedTest
    @ValueSource(strings = {"doctor", "run --force", "backup", "schedule"})
    void noCommandShowsOneWhenTheDatabaseCannotBeUsed(String command) throws Exception {
        for (String url : new String[] {
            planted.wrongUrl(),
            planted.urlOf(1, "none"),
            planted.urlOf(database.administrator().port(), "none"),
            planted.url() + "?sslmode=verify-full",
            planted.url() + "?sslmode=PLANTEDmode".replace("PLANTEDmode", "never"),
            "postgresql://u:PLANTEDbroken%zz@h/d",
            "postgresql://u:PLANTEDbroken/x@h/d"
        }) {
            try (ExdateProgram.Started started = program()
                    .with("DATABASE_URL", url)
                    .with("EXDATE_DEBUG", "1")
                    .with("QUARKUS_LOG_LEVEL", "TRACE")
                    .with("QUARKUS_LOG_CONSOLE_LEVEL", "TRACE")
                    .with("EXDATE_RUN_TIMEOUT", "20s")
                    .start(command.split(" "))) {
                if (command.equals("schedule")) {
                    started.process().waitFor(3, java.util.concurrent.TimeUnit.SECONDS);
                    started.process().destroy();
                }
                Planted.notIn(started.await(Duration.ofMinutes(1)));
            }
        }
        Planted.notInFiles(folder);
    }

    @Tag("faults")
    @Test
    void whatTheDemoKeepsIsItsOwnersAlone() throws Exception {
        ExdateProgram.Ended ended =
                program().underUmask("000").run("demo", "--keep", "kept", "--symbols", "16", "--keys");
        assertThat(folder.resolve("kept/logs")).as(ended.all()).isNotEmptyDirectory();
        Planted.onlyTheOwnersIn(
                folder, Pattern.compile(OURS.pattern() + "|kept/(.*/)?postgresql(/.*)?|kept/sources\\.properties"));
    }
}
