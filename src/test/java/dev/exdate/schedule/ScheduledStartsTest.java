package dev.exdate.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.market.TradingCalendar;
import dev.exdate.report.DatabaseReports;
import dev.exdate.run.TestDoor;
import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledStartsTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final HandClock clock = new HandClock();
    private final List<Integer> ended = new ArrayList<>();
    private final List<Instant> runs = new ArrayList<>();
    private TestDatabase database;
    private String url;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        url = database.url();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ScheduledStarts starts(String now, IntSupplier run) {
        clock.now = newYork(now);
        PrintWriter out = new PrintWriter(said, true);
        Settings settings = Settings.of(Map.of("DATABASE_URL", url), folder, Optional.empty());
        return new ScheduledStarts(
                CronTimes.of("0 22 * * *", clock.now),
                run,
                ended::add,
                new ScheduleLog(TestDoor.to(database, settings)),
                clock,
                out);
    }

    private int done() {
        runs.add(clock.now);
        return 0;
    }

    private static Instant newYork(String local) {
        return LocalDateTime.parse(local).atZone(TradingCalendar.NEW_YORK).toInstant();
    }

    private void due(ScheduledStarts starts, String due, String now) {
        clock.now = newYork(now);
        starts.due(newYork(due));
    }

    private String status(String now) throws Exception {
        clock.now = newYork(now);
        return String.join("\n", new DatabaseReports(database.pool(), new TradingCalendar()).status(clock.now, ""));
    }

    @Test
    void aStartOnTimeRunsAndStatusShowsTheNextAndTheLastOne() throws Exception {
        ScheduledStarts starts = starts("2026-11-20T12:00", this::done);
        assertThat(starts.begin()).isEmpty();
        assertThat(status("2026-11-20T21:59")).contains("next start Fri 2026-11-20 22:00 ET");
        due(starts, "2026-11-20T22:00", "2026-11-20T22:00:01");
        assertThat(runs).containsExactly(newYork("2026-11-20T22:00:01"));
        assertThat(said.toString())
                .contains("Schedule \"0 22 * * *\" (New York time); next start Fri 2026-11-20 22:00 ET")
                .contains("The run ended with exit code 0; next start Sat 2026-11-21 22:00 ET")
                .doesNotContain("Missed");
        assertThat(status("2026-11-20T23:00"))
                .contains("Schedule \"0 22 * * *\" (New York time) of process ")
                .contains("next start Sat 2026-11-21 22:00 ET")
                .contains("last start Fri 2026-11-20 22:00 ET, ended with exit code 0")
                .doesNotContain("missed");
        assertThat(status("2026-11-22T12:00"))
                .contains("❌ no run was started at Sat 2026-11-21 22:00 ET; `exdate schedule` is no longer running");
        clock.now = newYork("2026-11-22T12:00");
        starts.ends();
        assertThat(status("2026-11-22T12:01")).contains("ended Sun 2026-11-22 12:00 ET; no run will start");
    }

    @Test
    void aStartThatIsDueWhileARunWorksIsSaidAndLeftOut() throws Exception {
        List<ScheduledStarts> self = new ArrayList<>();
        self.add(starts("2026-11-20T12:00", () -> {
            due(self.getFirst(), "2026-11-21T22:00", "2026-11-21T22:00:01");
            return done();
        }));
        self.getFirst().begin();
        due(self.getFirst(), "2026-11-20T22:00", "2026-11-20T22:00:01");
        assertThat(runs).hasSize(1);
        assertThat(said.toString())
                .contains("Missed the start of Sat 2026-11-21 22:00 ET: the previous run was still active; skipped");
        assertThat(status("2026-11-22T12:00"))
                .contains("missed the start of Sat 2026-11-21 22:00 ET: the previous run was still active")
                .contains("next start Sun 2026-11-22 22:00 ET");
        due(self.getFirst(), "2026-11-22T22:00", "2026-11-22T22:00:01");
        assertThat(runs).hasSize(2);
    }

    @Test
    void startsThatTheMachineSleptThroughAreSaidAndMadeUpForByOneRun() throws Exception {
        ScheduledStarts starts = starts("2026-11-20T12:00", this::done);
        starts.begin();
        due(starts, "2026-11-22T22:00", "2026-11-23T07:30");
        assertThat(runs).hasSize(1);
        assertThat(said.toString())
                .contains(
                        "Missed the starts from Fri 2026-11-20 22:00 ET to Sun 2026-11-22 22:00 ET: this machine slept")
                .contains("next start Mon 2026-11-23 22:00 ET");
        due(starts, "2026-11-23T22:00", "2026-11-24T01:00");
        assertThat(said.toString()).contains("Missed the start of Mon 2026-11-23 22:00 ET: this machine slept");
        assertThat(runs).hasSize(2);
    }

    @Test
    void startsThatNobodyWasThereForAreSaidAndMadeUpForOnce() throws Exception {
        starts("2026-11-20T12:00", this::done).begin();
        ScheduledStarts next = starts("2026-11-22T12:00", this::done);
        Optional<Instant> missed = next.begin();
        assertThat(missed).contains(newYork("2026-11-20T22:00"));
        next.makeUpFor(missed.orElseThrow());
        assertThat(runs).hasSize(1);
        assertThat(said.toString())
                .contains("Missed the starts from Fri 2026-11-20 22:00 ET to Sat 2026-11-21 22:00 ET:"
                        + " `exdate schedule` was not running; starting now instead");
        assertThat(starts("2026-11-22T13:00", this::done).begin()).isEmpty();
    }

    @Test
    void withOtherTimesThanBeforeNothingWasMissed() throws Exception {
        starts("2026-11-20T12:00", this::done).begin();
        database.execute("UPDATE exdate.schedule SET cron = '0 21 * * *'");
        assertThat(starts("2026-11-22T12:00", this::done).begin()).isEmpty();
    }

    @Test
    void aRunThatASignalEndedEndsTheSchedule() throws Exception {
        ScheduledStarts starts = starts("2026-11-20T12:00", () -> 143);
        starts.begin();
        due(starts, "2026-11-20T22:00", "2026-11-20T22:00:01");
        assertThat(ended).containsExactly(143);
        assertThat(said.toString()).contains("exit code 143; the schedule ends too");
    }

    @Test
    void aFailedRunIsSaidAndTheNextOneStarts() throws Exception {
        ScheduledStarts starts = starts("2026-11-20T12:00", () -> 1);
        starts.begin();
        due(starts, "2026-11-20T22:00", "2026-11-20T22:00:01");
        due(starts, "2026-11-21T22:00", "2026-11-21T22:00:01");
        assertThat(said.toString()).contains("exit code 1; next start Sun 2026-11-22 22:00 ET");
        assertThat(ended).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayWhenARunStartsIsSaidOnly() throws Exception {
        database.execute("DROP TABLE exdate.schedule");
        ScheduledStarts starts = starts("2026-11-20T12:00", this::done);
        due(starts, "2026-11-20T22:00", "2026-11-20T22:00:01");
        assertThat(runs).hasSize(1);
        assertThat(said.toString()).contains("`exdate status` does not show it");
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
