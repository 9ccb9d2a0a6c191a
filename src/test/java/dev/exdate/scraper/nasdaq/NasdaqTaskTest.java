package dev.exdate.scraper.nasdaq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.market.ExDateWindow;
import dev.exdate.source.nasdaq.CalendarDays;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NasdaqTaskTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);
    private static final String HEADERS =
            "{\"symbol\":\"Symbol\",\"dividend_Ex_Date\":\"Ex-Dividend Date\",\"dividend_Rate\":\"Dividend\"}";
    private static final String CALENDAR = "/api/calendar/dividends";

    private final TestDatabase database = TestDatabase.fresh();
    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();

    @BeforeEach
    void serve() {
        server.on(CALENDAR, calendar("null"));
        server.on(CALENDAR + "?date=2031-01-07", calendar("[" + row("ZZTA", "0.125") + "," + row("ZZTA", "2") + "]"));
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void theWindowIsTenDaysBackToSixtyAhead() throws Exception {
        Tally tally = run(ExDateWindow.autoContinue());
        assertThat(days()).hasSize(71).startsWith("2030-12-27").endsWith("2031-03-07");
        assertThat(tally).isEqualTo(new Tally(71, 2, 1, 0, 0, 0));
        assertThat(database.rows("SELECT symbol, ex_date, dividend_rate FROM raw_dividends_nasdaq"))
                .containsExactly("ZZTA|2031-01-07|2.125");
        assertThat(log.text()).contains("ZZTA has several payments on 2031-01-07, 0.125 and 2; their sum is stored");
        run(ExDateWindow.autoContinue());
        assertThat(database.value("SELECT dividend_rate FROM raw_dividends_nasdaq"))
                .as("the second time")
                .isEqualTo("2.125");
    }

    @Test
    void whatLiesBetweenTheNewestStoredExDateAndTheWindowIsReadToo() throws Exception {
        stored("2030-12-20", "2031-01-06");
        stored("2032-09-09", "2031-01-06");
        run(ExDateWindow.autoContinue());
        assertThat(days()).startsWith("2030-12-20").hasSize(78);
    }

    @Test
    void whatWasStoredAheadBeforeALongPauseIsReadAgain() throws Exception {
        stored("2030-12-30", "2030-11-25");
        run(ExDateWindow.autoContinue());
        assertThat(days()).startsWith("2030-11-25");
    }

    @Test
    void namedDaysAreReadAndNoOthers() throws Exception {
        run(ExDateWindow.between(LocalDate.of(2031, 1, 7), LocalDate.of(2031, 1, 9)));
        assertThat(days()).containsExactly("2031-01-07", "2031-01-08", "2031-01-09");
    }

    @Test
    void daysAheadBeginToday() throws Exception {
        run(ExDateWindow.daysAhead(2));
        assertThat(days()).containsExactly("2031-01-06", "2031-01-07", "2031-01-08");
    }

    @Test
    void anEmptySiteFailsTheTask() {
        server.on(CALENDAR + "?date=2031-01-07", calendar("null"));
        assertThatThrownBy(() -> run(ExDateWindow.autoContinue()))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("no dividend in any of 71 days");
    }

    @Test
    void moreThanAFifthOfFailedDaysFailsTheTaskAndKeepsTheOthers() {
        server.on(CALENDAR + "?date=2031-01-08", 404, "text/html", "<html></html>");
        assertThatThrownBy(() -> run(ExDateWindow.daysAhead(2)))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("1 of 3 days failed");
        assertThat(database.value("SELECT count(*) FROM raw_dividends_nasdaq")).isEqualTo("1");
    }

    @Test
    void aRateInCentsIsHeldBackAndItsDayIsAskedForAgain() {
        database.execute("INSERT INTO raw_dividends_nasdaq (symbol, ex_date, dividend_rate)"
                + " SELECT 'ZZTA', date '2031-01-01' - 91 * n, 0.5 FROM generate_series(0, 4) n");
        server.on(CALENDAR + "?date=2031-01-07", calendar("[" + row("ZZTA", "50") + "," + row("ZZTC", "0.3") + "]"));
        assertThatThrownBy(() -> run(ExDateWindow.daysAhead(2)))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining(
                        "1 of 3 days failed, the first: held back (amounts): ZZTA: amount 50 on 2031-01-07");
        assertThat(database.rows("SELECT symbol FROM raw_dividends_nasdaq WHERE ex_date = '2031-01-07'"))
                .containsExactly("ZZTC");
    }

    @Test
    void halfOfWhatIsStoredAheadIsNoCalendar() {
        database.execute("INSERT INTO raw_dividends_nasdaq (symbol, ex_date, dividend_rate)"
                + " SELECT 'ZZY' || n, '2031-01-08', 0.5 FROM generate_series(1, 8) n");
        assertThatThrownBy(() -> run(ExDateWindow.daysAhead(2)))
                .hasMessageContaining("held back (short): nasdaq lists 1 dividends from 2031-01-06 on, but had 8");
        assertThat(database.value("SELECT count(*) FROM raw_dividends_nasdaq WHERE ex_date = '2031-01-08'"))
                .isEqualTo("8");
    }

    private Tally run(ExDateWindow window) throws Exception {
        try (HttpWeb web = TestWeb.at(server.address())) {
            return ((TaskOutcome.Succeeded) new NasdaqTask(web, database, new CopyBulkWriter(), new CalendarDays())
                            .run(log.context(TaskOptions.ofTheRun(DAY)
                                    .scraping(new TaskOptions.Scraping(List.of(), window, List.of())))))
                    .tally();
        }
    }

    private List<String> days() {
        return server.requests().stream()
                .map(target -> target.substring(target.indexOf('=') + 1))
                .sorted()
                .toList();
    }

    private void stored(String exDate, String createdOn) {
        database.execute(
                "INSERT INTO raw_dividends_nasdaq (symbol, ex_date, dividend_rate, created_at) VALUES ('ZZTB', '%s', 1, '%s 12:00Z')"
                        .formatted(exDate, createdOn));
    }

    private static String row(String symbol, String rate) {
        return ("{\"companyName\":\"Zedco\",\"symbol\":\"%s\",\"dividend_Ex_Date\":\"1/07/2031\",\"payment_Date\":\"N/A\","
                        + "\"record_Date\":\"1/07/2031\",\"dividend_Rate\":%s,\"indicated_Annual_Dividend\":0.0,"
                        + "\"announcement_Date\":\"N/A\"}")
                .formatted(symbol, rate);
    }

    private static String calendar(String rows) {
        return ("{\"data\":{\"calendar\":{\"asOf\":\"x\",\"headers\":%s,\"rows\":%s}},\"message\":null,"
                        + "\"status\":{\"rCode\":200,\"bCodeMessage\":null}}")
                .formatted(rows.equals("null") ? "null" : HEADERS, rows);
    }
}
