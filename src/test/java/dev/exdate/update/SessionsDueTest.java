package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.guard.Overrides;
import dev.exdate.market.TradingCalendar;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On whatever day the run is, prices are due once a session has closed that is not stored. */
class SessionsDueTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate SUNDAY = FRIDAY.plusDays(2);
    private static final LocalDate BEFORE_KING_DAY = LocalDate.of(2026, 1, 16);
    private static final LocalDate KING_DAY = LocalDate.of(2026, 1, 19);
    private static final LocalDate AFTER_THANKSGIVING = LocalDate.of(2026, 11, 27);
    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);

    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        database.execute("INSERT INTO raw_stocks (symbol, name, type) VALUES ('ZZTA', 'Zedco', 'stock')");
        server.on(
                "/api/screener/stocks",
                "{\"data\":{\"rows\":[{\"symbol\":\"ZZTA\",\"name\":\"Zedco Inc.\",\"lastsale\":\"$10\","
                        + "\"marketCap\":\"1,000\",\"sector\":\"Energy\",\"industry\":\"\"}]},\"status\":{\"rCode\":200}}");
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    private void update(LocalDate day, int hour) throws Exception {
        Instant now = day.atTime(hour, 0).atZone(TradingCalendar.NEW_YORK).toInstant();
        try (HttpWeb web = TestWeb.at(server.address(), Map.of())) {
            new UpdateTask(
                            TestSources.of(web),
                            new CompanyScreener(new NasdaqClient(web), database),
                            database,
                            new CopyBulkWriter(),
                            new TradingCalendar(),
                            Clock.fixed(now, ZoneOffset.UTC))
                    .run(log.context(now, day, Overrides.NONE));
        }
    }

    private void serve(LocalDate newest) {
        server.on(
                "/v8/finance/chart/ZZTA", UpdateTaskTest.chart("ZZTA", UpdateTaskTest.days(newest, 30, "10"), "1", ""));
    }

    private String newestPrice() {
        return database.value("SELECT max(date) FROM raw_stock_prices");
    }

    /** When prices were last asked for, in New York. */
    private String pricesAsked() {
        return database.value("SELECT to_char(last_attempt_at AT TIME ZONE 'America/New_York', 'YYYY-MM-DD HH24')"
                + " FROM exdate.freshness WHERE kind = 'prices'");
    }

    @Test
    void aFirstRunOnSaturdayStoresFridaysPrices() throws Exception {
        serve(FRIDAY);
        update(SATURDAY, 11);
        assertThat(database.rows("SELECT count(*), max(date) FROM raw_stock_prices"))
                .containsExactly("30|2026-11-20");
    }

    @Test
    void sundayStoresWhatFridayFailedToRead() throws Exception {
        serve(FRIDAY.minusDays(1));
        update(FRIDAY.minusDays(1), 22);
        server.on("/v8/finance/chart/ZZTA", 503, "text/plain", "busy");
        assertThatThrownBy(() -> update(FRIDAY, 22)).isInstanceOf(TaskFailed.class);
        serve(FRIDAY);
        update(SUNDAY, 22);
        assertThat(newestPrice()).isEqualTo("2026-11-20");
    }

    @Test
    void sundayAfterAGoodFridayAsksNobodyForAnExDateAhead() throws Exception {
        serve(FRIDAY);
        for (String symbol : List.of("ZZTB", "ZZTC")) {
            database.execute("INSERT INTO raw_stocks (symbol) VALUES ('" + symbol + "')");
            server.on(
                    "/v8/finance/chart/" + symbol,
                    UpdateTaskTest.chart(symbol, UpdateTaskTest.days(FRIDAY, 30, "10"), "1", ""));
        }
        update(FRIDAY, 22);
        // Their charts were read on Friday.
        database.execute("INSERT INTO raw_dividends_nyse (symbol, ex_date) VALUES ('ZZTB', '2026-11-23'),"
                + " ('ZZTC', '2026-11-24')");
        update(SUNDAY, 22);
        assertThat(
                        database.rows(
                                "SELECT DISTINCT symbol FROM exdate.freshness WHERE kind <> 'company' AND last_attempt_at > '2026-11-22'"))
                .isEmpty();
    }

    @Test
    void aHolidayMondayAsksOnlyForWhatFridayLacks() throws Exception {
        serve(BEFORE_KING_DAY);
        update(KING_DAY, 22);
        assertThat(newestPrice()).isEqualTo("2026-01-16");
        update(KING_DAY.plusDays(1), 9);
        assertThat(pricesAsked()).isEqualTo("2026-01-19 22");
        serve(KING_DAY.plusDays(1));
        update(KING_DAY.plusDays(1), 17);
        assertThat(newestPrice()).isEqualTo("2026-01-20");
    }

    @Test
    void anEarlyCloseIsAClose() throws Exception {
        serve(AFTER_THANKSGIVING);
        update(AFTER_THANKSGIVING, 12);
        assertThat(newestPrice()).isEqualTo("2026-11-25");
        update(AFTER_THANKSGIVING, 14);
        assertThat(newestPrice()).isEqualTo("2026-11-27");
        update(AFTER_THANKSGIVING.plusDays(1), 22);
        assertThat(pricesAsked()).isEqualTo("2026-11-27 14");
    }

    @Test
    void theDayAfterAnEarlyCloseReadsWhatItLacks() throws Exception {
        serve(CHRISTMAS_EVE);
        update(CHRISTMAS_EVE, 12);
        assertThat(newestPrice()).isEqualTo("2026-12-23");
        update(CHRISTMAS_EVE.plusDays(1), 9);
        assertThat(newestPrice()).isEqualTo("2026-12-24");
    }
}
