package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real program says before a run, and that it makes nothing for that. */
class DryRunIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private ExdateProgram program() {
        return new ExdateProgram(folder);
    }

    private static String[] rehearsal(String... more) {
        return ExdateProgram.dailyRun(
                DAY, Stream.concat(Stream.of("--dry-run"), Stream.of(more)).toArray(String[]::new));
    }

    /** What the program has made, beside the files that the test itself has. */
    private List<String> made() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("std(out|err).*|sources.properties|file"))
                    .toList();
        }
    }

    @Test
    void aDryRunChecksAllMakesNothingAndEndsAsTheRunWould() throws Exception {
        Files.createFile(folder.resolve("file"));
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, 24, 1, Duration.ZERO, "", Optional.empty(), DAY))) {
            sandbox.writeSources(folder.resolve("sources.properties"), false);

            ExdateProgram.Ended well = program().run(rehearsal("--private"));
            assertThat(well.exitCode()).as(well.all()).isZero();
            assertThat(well.out()).contains("✅ database", "Step 2: update", "A run now would end with exit 0");

            ExdateProgram.Ended bad = program()
                    .with("EXDATE_PG_DUMP", "/nowhere/pg_dump")
                    .with("EXDATE_BACKUP_DIR", "file/backups")
                    .with("EXDATE_LOG_DIR", "file/logs")
                    .run(rehearsal("--private", "--strict", "--json"));
            assertThat(bad.exitCode()).as(bad.all()).isEqualTo(2);
            assertThat(JsonSchema.of(Path.of("docs/checkup.schema.json")).faults(bad.out()))
                    .isEmpty();
            assertThat(bad.out())
                    .contains(
                            "/nowhere/pg_dump", "EXDATE_LOG_DIR is ", "EXDATE_BACKUP_DIR is ", "file is not a folder");

            ExdateProgram.Ended none = program().run(rehearsal());
            assertThat(none.exitCode()).as(none.all()).isEqualTo(2);
            assertThat(none.out()).contains("❌ database");
        }
        ExdateProgram.Ended doctor =
                program().with("EXDATE_DATABASE", "private").run("doctor", "--sources", "sources.properties");
        assertThat(doctor.exitCode()).as(doctor.all()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("❌ update", "no price source can be reached")
                .contains("ℹ️  FMP_API_KEY");
        assertThat(made()).isEmpty();
    }
}
