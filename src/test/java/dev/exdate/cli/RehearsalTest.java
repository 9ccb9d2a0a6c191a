package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.doctor.Doctor;
import dev.exdate.market.MarketHours;
import dev.exdate.market.TradingCalendar;
import dev.exdate.run.DailyRunService;
import dev.exdate.run.DatabaseDoor;
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
import java.util.function.Consumer;
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
    private Consumer<TestDatabase> prepare = database -> {};

    private int rehearse(boolean discovers, Instant now, Optional<String> absent) throws Exception {
        DailyRunService.Manner manner = new DailyRunService.Manner(
                MarketHours.at(now, new TradingCalendar()), false, false, false, new PrintWriter(out, true), absent);
        RunPlan plan = new RunPlan(DAY, discovers, Map.of(), false, false, Map.of());
        try (TestDatabase database = TestDatabase.fresh()) {
            Settings settings = Settings.of(Map.of("DATABASE_URL", database.url()), folder, Optional.empty());
            prepare.accept(database);
            DatabaseDoor door = TestDoor.to(database, settings);
            Clock clock = Clock.systemUTC();
            return new Rehearsal(
                            new Doctor(door, settings, clock),
                            TestDoor.preview(database, settings),
                            settings,
                            door,
                            new TradingCalendar(),
                            clock)
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
        assertThat(rehearse(false, NIGHT, Optional.empty())).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("Nothing to retry: the journal has no run")
                .doesNotContain("Step 2", "none yet", "pg_dump");
    }

    @Test
    void itSaysWhatTheSourcesWouldBeAsked() throws Exception {
        prepare = database -> {
            database.execute("INSERT INTO raw_stocks (symbol) SELECT 'ZZ' || n FROM generate_series(1, 240) n");
            database.execute(
                    "INSERT INTO raw_stock_prices (symbol, date, price, close) SELECT symbol, '2020-01-02', 1, 1 FROM raw_stocks");
            database.execute("""
                    INSERT INTO exdate.run (id, market_day, started_at, status, command, plan, version, host, pid)
                    VALUES ('00000000-0000-0000-0000-000000000001', '2026-11-19', now(), 'succeeded', 'run', '{"left": {}}',
                            '1', 'host', 1)
                    """);
            database.execute("INSERT INTO exdate.source_requests VALUES"
                    + " ('00000000-0000-0000-0000-000000000001', 'nasdaq', 164)");
        };
        rehearse(true, NIGHT, Optional.empty());
        assertThat(out.toString())
                .contains("Requests to expect:")
                .containsPattern("yahoo +240 +2m 0s  0 for newest closes, 240 charts")
                .containsPattern("nasdaq +164 +41s  at most so many in the last whole runs")
                .containsPattern("all +404 +2m 0s")
                .doesNotContain("  fmp");
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
