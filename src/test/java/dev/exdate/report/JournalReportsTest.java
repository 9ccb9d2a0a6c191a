package dev.exdate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.market.TradingCalendar;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskOptions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalReportsTest {
    private static final UUID RUN = UUID.fromString("5b2f3c1e-7d0a-4b7e-9a55-0c1d2e3f4a5b");
    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);
    private static final Instant START = Instant.parse("2031-01-06T22:00:00Z");

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        database.execute("""
                INSERT INTO exdate.run (id, command, market_day, started_at, ended_at, version, host, pid, status, exit_code)
                VALUES ('%s', 'run', '2031-01-06', '2031-01-06 17:00-05', '2031-01-06 18:00-05', '1', 'host', 7,
                        'failed', 1);
                INSERT INTO exdate.task_run (run_id, task, started_at, ended_at, outcome, reason, asked, read, added)
                VALUES ('%s', 'nasdaq', '2031-01-06 17:01-05', '2031-01-06 17:02-05', 'failed', 'it is down', 41, 3, 2);
                INSERT INTO exdate.task_run (run_id, task, outcome) VALUES ('%s', 'update', 'planned');
                INSERT INTO exdate.failed_unit (run_id, task, unit_kind, unit, reason)
                VALUES ('%s', 'nasdaq', 'day', '2031-01-06', 'held back (amounts): ZZTA pays 100 times as much');
                INSERT INTO raw_stocks (symbol, name, type, price, dividend_yield, created_at)
                VALUES ('ZZTA', 'A', 'stock', 10, 4.5, '2031-01-06 17:30-05'),
                       ('ZZTB', 'B', 'etf', NULL, NULL, '2030-01-06 17:30-05')
                """.replace("%s", RUN.toString()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private DatabaseReports reports() {
        return new DatabaseReports(database, new TradingCalendar());
    }

    private static TaskContext context() {
        return new TaskContext(RUN, START, TaskOptions.ofTheRun(DAY), Set.of(), new TaskLog() {
            @Override
            public void line(String text) {}

            @Override
            public void error(String text, Throwable cause) {}
        });
    }

    @Test
    void historyNamesRunsWithTheTasksThatFailed() throws Exception {
        RunHistory history = new RunHistory(database);

        assertThat(history.newest(5)).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(RUN);
            assertThat(entry.exitCode()).isEqualTo(Optional.of(1));
            assertThat(entry.failedTasks()).containsExactly("nasdaq");
        });
        assertThat(history.beginning("")).containsExactly(RUN);
        assertThat(history.beginning("5B2F")).containsExactly(RUN);
        assertThat(history.beginning("5b2f'")).isEmpty();
    }

    @Test
    void aRunsReportHasItsTasksAndUnits() throws Exception {
        PastReport report = new RunHistory(database).report(RUN);

        assertThat(report.run().startedAt()).isEqualTo(START);
        assertThat(report.run().origin().serverVersion()).isEqualTo("?");
        assertThat(report.tasks()).extracting(PastReport.TaskEntry::task).containsExactly("nasdaq", "update");
        assertThat(report.tasks().getLast().startedAt()).isEmpty();
        assertThat(report.failedUnits()).extracting(PastReport.FailedUnit::unit).containsExactly("2031-01-06");
        assertThatThrownBy(() -> new RunHistory(database).report(new UUID(1, 1)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no run has the id");
    }

    @Test
    void statusTellsOfTheLastRunAndTheData() throws Exception {
        List<String> lines = reports().status(START, "💾 the backup");

        assertThat(lines)
                .startsWith(
                        "🕐 Last run: 2031-01-06 17:00 ET for 2031-01-06 on host: failed, ended 2031-01-06 18:00 ET, exit 1",
                        "   ❌ nasdaq           failed: it is down",
                        "   🕐 update           not started",
                        "   👉 `exdate run --resume` continues the run, `exdate run --only-failed` repeats just these;"
                                + " `exdate report` says more",
                        "💾 the backup")
                .contains("📈 Total symbols in database: 2");
    }

    @Test
    void statusNamesSkippedTasksButNotThoseNobodyAskedFor() throws Exception {
        database.execute("""
                UPDATE exdate.run SET plan = '{"discover": false, "left": {"holdings": "left out by --skip"}}', reason = 'SIGTERM';
                DELETE FROM exdate.task_run;
                INSERT INTO exdate.task_run (run_id, task, outcome, reason, started_at) VALUES
                    ('RUN', 'discovery', 'skipped', 'runs weekly on Sundays', '2031-01-06 17:00-05'),
                    ('RUN', 'update', 'failed', 'no source', '2031-01-06 17:01-05'),
                    ('RUN', 'holdings', 'skipped', 'left out by --skip', '2031-01-06 17:02-05'),
                    ('RUN', 'companies', 'cancelled', 'SIGTERM', '2031-01-06 17:02-05'),
                    ('RUN', 'backup', 'skipped', 'the main update failed', '2031-01-06 17:03-05')
                """.replace("RUN", RUN.toString()));
        assertThat(reports().status(START, "💾 the backup"))
                .startsWith(
                        "🕐 Last run: 2031-01-06 17:00 ET for 2031-01-06 on host: failed (SIGTERM), ended 2031-01-06 18:00"
                                + " ET, exit 1",
                        "   ❌ update           failed: no source",
                        "   🛑 companies        cancelled: SIGTERM",
                        "   ⏭️  backup           skipped: the main update failed");
    }

    @Test
    void statusKnowsWhatWasDoneSinceTheRun() throws Exception {
        database.execute("""
                DELETE FROM exdate.task_run WHERE task = 'update';
                UPDATE exdate.run SET status = 'succeeded', exit_code = 0;
                INSERT INTO exdate.run (id, command, market_day, started_at, ended_at, version, host, pid, status)
                VALUES ('00000000-0000-0000-0000-000000000001', 'scrape', '2031-01-06', '2031-01-06 19:00-05',
                        '2031-01-06 19:01-05', '1', 'host', 7, 'succeeded');
                INSERT INTO exdate.task_run (run_id, task, outcome, started_at)
                VALUES ('00000000-0000-0000-0000-000000000001', 'nasdaq', 'succeeded', '2031-01-06 19:00-05')
                """);
        assertThat(reports().status(START, "💾 the backup"))
                .startsWith(
                        "🕐 Last run: 2031-01-06 17:00 ET for 2031-01-06 on host: succeeded, ended 2031-01-06 18:00 ET, exit 0",
                        "   ❌ nasdaq           failed: it is down (done since)",
                        "   since then: exdate scrape at 2031-01-06 19:00 ET, succeeded",
                        "💾 the backup");
    }

    @Test
    void storedPricesCountBeforeAnUpdateHasComputedFigures() throws Exception {
        database.execute("""
                INSERT INTO raw_stock_prices (symbol, date, price) VALUES ('ZZTB', '2031-01-03', 10);
                INSERT INTO raw_dividends (symbol, ex_date, amount) VALUES ('ZZTB', '2031-01-03', 1)
                """);
        assertThat(reports().status(START, "💾 the backup"))
                .contains("  💰 Symbols with prices: 2 (100.0%)", "  💵 Symbols with dividend data: 2 (100.0%)");
        assertThat(reports().closing(context()).findings())
                .filteredOn(finding -> finding.code() == Finding.Code.PRICE_COVERAGE)
                .singleElement()
                .extracting(Finding::level)
                .isEqualTo(Finding.Level.GOOD);
    }

    @Test
    void aRunThatDiedHasNoExitCode() throws Exception {
        database.execute("UPDATE exdate.run SET status = 'dead', exit_code = NULL");
        assertThat(reports().status(START, "💾 the backup"))
                .contains("🕐 Last run: 2031-01-06 17:00 ET for 2031-01-06 on host: dead, ended 2031-01-06 18:00 ET");
    }

    @Test
    void newSymbolsAreCountedByType() throws Exception {
        assertThat(reports().discoveryMetrics(context()))
                .containsExactly("  🆕 New symbols discovered: 1", "     - stock: 1", "  📋 Sample new symbols: ZZTA");
    }

    @Test
    void whatIsHeldBackIsAFinding() throws Exception {
        assertThat(reports().closing(context()).findings())
                .anyMatch(finding -> finding.code() == Finding.Code.HELD_BACK
                        && finding.figures().equals(Map.of("nasdaq", 1L)));
        assertThat(reports().updateMetrics(context())).contains("     Total symbols: 2");
    }
}
