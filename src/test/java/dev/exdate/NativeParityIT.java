package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.Samples;
import dev.exdate.testing.TableContents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable and the Java program do the same. Only where {@code EXDATE_PROGRAM} names an executable. */
class NativeParityIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    @BeforeEach
    void anExecutableIsNamed() {
        assumeTrue(ExdateProgram.executable().isPresent(), "no executable is tried (EXDATE_PROGRAM)");
    }

    private Map<String, List<String>> rowsAfterARun(ExdateProgram program, boolean keys) throws Exception {
        SandboxOptions options = new SandboxOptions(0, 60, 7, Duration.ZERO, "", Optional.empty(), DAY);
        try (TestDatabase database = TestDatabase.empty();
                Sandbox sandbox = Sandbox.start(options)) {
            sandbox.writeSources(folder.resolve("sources.properties"), keys);
            ExdateProgram.Ended ended =
                    program.with("DATABASE_URL", database.url()).run(ExdateProgram.dailyRun(DAY));
            assertThat(ended.exitCode()).as(ended.all()).isZero();
            return contents(database);
        }
    }

    /**
     * How many rows the backup counted depends on what the tasks beside it had written by then; each sandbox has a port
     * and a clock of its own.
     */
    private static Map<String, List<String>> contents(TestDatabase database) {
        Map<String, List<String>> contents = TableContents.all(database);
        contents.computeIfPresent(
                "exdate.task_run",
                (table, rows) ->
                        rows.stream().filter(row -> !row.startsWith("backup|")).toList());
        contents.computeIfPresent(
                "exdate.response",
                (table, rows) -> rows.stream()
                        .map(row -> row.replaceAll("127\\.0\\.0\\.1:\\d+|\\w{3}, [^|]* GMT", ""))
                        .sorted()
                        .toList());
        return contents;
    }

    private void leaveTheSameRows(boolean keys) throws Exception {
        Map<String, List<String>> inJava = rowsAfterARun(ExdateProgram.inJava(folder), keys);
        Map<String, List<String>> executable = rowsAfterARun(new ExdateProgram(folder), keys);
        assertThat(executable.keySet()).isEqualTo(inJava.keySet());
        inJava.forEach(
                (table, rows) -> assertThat(executable.get(table)).as(table).isEqualTo(rows));
    }

    @Test
    void bothLeaveTheSameRowsInEveryTable() throws Exception {
        leaveTheSameRows(false);
    }

    @Test
    void withKeysBothLeaveTheSameRowsInEveryTable() throws Exception {
        leaveTheSameRows(true);
    }

    @Test
    void bothReadEverySampleAlike() throws Exception {
        Samples.assumePresent();
        Path samples = Samples.folder().orElseThrow().toAbsolutePath();
        List<String> kinds = ExdateProgram.inJava(folder)
                .run("parse", "--list")
                .out()
                .lines()
                .toList();
        List<String[]> questions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String source = samples.relativize(file).getName(0).toString();
                kinds.stream()
                        .filter(kind -> kind.startsWith(source + "/"))
                        .forEach(kind -> questions.add(new String[] {"parse", kind, file.toString()}));
            }
        }
        assertThat(questions).hasSizeGreaterThan(50);
        for (String[] question : questions) {
            String executable = new ExdateProgram(folder).run(question).all();
            String inJava = ExdateProgram.inJava(folder).run(question).all();
            assertThat(executable).as(String.join(" ", question)).isEqualTo(inJava);
        }
    }

    @Test
    void everyCommandHelpsAlike() throws Exception {
        List<String> commands = ExdateProgram.inJava(folder)
                .run("--help")
                .out()
                .lines()
                .filter(line -> line.matches("  [a-z-]+ {2,}\\S.*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(commands).contains("run", "demo", "status");
        for (String command : commands) {
            assertThat(new ExdateProgram(folder).run(command, "--help").all())
                    .as(command)
                    .isEqualTo(
                            ExdateProgram.inJava(folder).run(command, "--help").all());
        }
    }
}
