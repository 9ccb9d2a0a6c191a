package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.doctor.Doctor;
import dev.exdate.market.MarketHours;
import dev.exdate.market.TradingCalendar;
import dev.exdate.run.DailyRunService;
import dev.exdate.run.ResumePlanner;
import dev.exdate.run.TestDoor;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-21T03:00:00Z");

    @TempDir
    Path folder;

    private ResumePlanner.Mode mode = ResumePlanner.Mode.ANEW;
    private final StringWriter out = new StringWriter();

    private int rehearse(boolean discovers, Instant now, Optional<String> absent) throws Exception {
        DailyRunService.Manner manner = new DailyRunService.Manner(
                MarketHours.at(now, new TradingCalendar()), false, false, new PrintWriter(out, true), absent);
        RunPlan plan = new RunPlan(DAY, discovers, Map.of(), false, false, Map.of());
        try (TestDatabase database = TestDatabase.fresh()) {
            Settings settings = Settings.of(Map.of("DATABASE_URL", database.url()), folder, Optional.empty());
            return new Rehearsal(
                            new Doctor(TestDoor.to(database, settings), settings, Clock.systemUTC()),
                            TestDoor.preview(database, settings),
                            settings)
                    .lines(new ResumePlanner.Request(mode, plan, true, TaskOptions.ofTheRun(DAY)), manner);
        }
    }

    @Test
    void itEndsAsTheRunWould() throws Exception {
        assertThat(rehearse(true, NIGHT, Optional.empty())).as(out.toString()).isZero();
        assertThat(rehearse(false, NIGHT, Optional.empty())).isEqualTo(1);
        assertThat(out.toString()).contains("A run now would end with exit 1 if all sources answer");
    }

    @Test
    void withoutAnEarlierRunThereIsNothingToRetry() throws Exception {
        mode = ResumePlanner.Mode.ONLY_FAILED;
        assertThat(rehearse(true, NIGHT, Optional.empty())).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("Nothing to retry: the journal has no run")
                .doesNotContain("Step 2");
    }

    @Test
    void aRunThatWouldBeSkippedEndsWellAndSaysSo() throws Exception {
        assertThat(rehearse(false, NOON, Optional.empty())).isZero();
        assertThat(out.toString()).contains("A run now would be skipped: During market hours");
    }

    @Test
    void aDayWithoutASessionEndsWith1() throws Exception {
        assertThat(rehearse(true, NIGHT, Optional.of("no session; all else was done")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("⚠️  no session; all else would be done");
    }
}
