package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exdate schedule} as a process of its own. */
class ScheduleIT {
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Far from any hour at which this may run. */
    private static final String NEW_YEAR = "0 22 1 1 *";

    @TempDir
    Path folder;

    private ExdateProgram program(TestDatabase database) {
        return new ExdateProgram(folder).with("DATABASE_URL", database.url());
    }

    @Test
    void anIdleOneEndsOnTermAtOnceWith143AndIsSeenInStatus() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                ExdateProgram.Started schedule = program(database).start("schedule", "--cron", NEW_YEAR)) {
            assertThat(schedule.awaitLine("Schedule", SOON)).contains("next start ", "-01-01 22:00");
            assertThat(program(database).run("status").out())
                    .contains("Schedule \"" + NEW_YEAR + "\" (New York time) of process "
                            + schedule.process().pid())
                    .contains("next start ");
            schedule.process().destroy();
            ExdateProgram.Ended ended = schedule.await(SOON);
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(143);
            assertThat(ended.err()).isEmpty();
            assertThat(database.value("SELECT ended_at IS NOT NULL FROM exdate.schedule"))
                    .isEqualTo("t");
            assertThat(database.value("SELECT count(*) FROM exdate.run")).isEqualTo("0");
        }
    }

    @Test
    void aMissedStartIsMadeUpForAndTermCancelsTheRunAndEndsItWith143() throws Exception {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("America/New_York"));
        ZonedDateTime newYear = now.toLocalDate().withDayOfYear(1).atTime(22, 0).atZone(now.getZone());
        ZonedDateTime missed = newYear.isAfter(now) ? newYear.minusYears(1) : newYear;
        try (TestDatabase database = TestDatabase.fresh();
                Sandbox sandbox = Sandbox.start(new SandboxOptions(
                        0, 24, 1, Duration.ZERO, "cboe=hang", Optional.empty(), LocalDate.parse("2026-11-20")))) {
            sandbox.writeSources(folder.resolve("sources.properties"), false);
            database.execute("INSERT INTO exdate.schedule (cron, host, pid, began_at, next_start_at) VALUES ('"
                    + NEW_YEAR + "', 'before', 1, timestamptz '" + missed.toInstant() + "' - interval '1 day', '"
                    + missed.toInstant() + "')");
            String[] line = {
                "schedule", "--cron", NEW_YEAR, "--", "--sources", "sources.properties", "--force", "--only", "cboe"
            };
            try (ExdateProgram.Started schedule = program(database).start(line)) {
                assertThat(schedule.awaitLine("Missed", SOON))
                        .contains(missed.toLocalDate() + " 22:00")
                        .contains("`exdate schedule` was not running");
                schedule.awaitLine("Starting CBOE", SOON);
                schedule.process().destroy();
                ExdateProgram.Ended ended = schedule.await(SOON);
                assertThat(ended.exitCode()).as(ended.all()).isEqualTo(143);
                assertThat(ended.out()).contains("The run ended with exit code 143");
                assertThat(database.rows("SELECT status, exit_code FROM exdate.run"))
                        .containsExactly("cancelled|143");
                assertThat(database.value("SELECT last_exit_code FROM exdate.schedule"))
                        .isEqualTo("143");
            }
        }
    }

    @Test
    void whatCanNeverWorkIsOneLineAndExit2AtOnce() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            for (String[] line : new String[][] {
                {"schedule", "--cron", "every evening"}, {"schedule", "--", "--only", "nothing"},
            }) {
                ExdateProgram.Ended ended = program(database).run(line);
                assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
                assertThat(ended.err()).hasLineCount(1);
            }
            ExdateProgram.Ended ended = new ExdateProgram(folder)
                    .with("DATABASE_URL", "postgresql://me:hunter22@127.0.0.1:1/none")
                    .run("schedule");
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
            assertThat(ended.err()).hasLineCount(1).doesNotContain("hunter22");
        }
    }
}
