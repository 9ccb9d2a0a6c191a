package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.payment.Told;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateTaskTest {
    /** A Wednesday; its session has closed at the evening instants below. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private final LoopbackServer server = new LoopbackServer();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
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

    private TaskOutcome update(LocalDate day) throws Exception {
        return update(day, day.atTime(22, 0).atZone(TradingCalendar.NEW_YORK).toInstant());
    }

    private TaskOutcome update(LocalDate day, Instant now) throws Exception {
        return update(TaskOptions.ofTheRun(day), now);
    }

    private TaskOutcome updateOnly(String... symbols) throws Exception {
        Set<Ticker> named = Arrays.stream(symbols).map(Ticker::of).collect(Collectors.toSet());
        return update(
                TaskOptions.ofTheRun(DAY).only(named),
                DAY.atTime(22, 0).atZone(TradingCalendar.NEW_YORK).toInstant());
    }

    private TaskOutcome update(TaskOptions options, Instant now) throws Exception {
        TaskLog log = new TaskLog() {
            @Override
            public void line(String text) {
                lines.add(text);
            }

            @Override
            public void error(String text, Throwable cause) {
                lines.add(text);
            }
        };
        try (HttpWeb web = TestWeb.at(server.address(), settings)) {
            return new UpdateTask(
                            TestSources.of(web),
                            new CompanyScreener(new NasdaqClient(web), database),
                            database,
                            new CopyBulkWriter(),
                            new TradingCalendar(),
                            Clock.fixed(now, ZoneOffset.UTC))
                    .run(new TaskContext(UUID.randomUUID(), now, options, Set.of(), log));
        }
    }

    /** A chart of these closes, all numbers alike, adjusted by the factor; events as JSON. */
    static String chart(String symbol, Map<LocalDate, String> closes, String adjustment, String events) {
        String times = closes.keySet().stream()
                .map(day -> Long.toString(
                        day.atTime(9, 30).atZone(TradingCalendar.NEW_YORK).toEpochSecond()))
                .collect(Collectors.joining(","));
        String prices = String.join(",", closes.values());
        String adjusted = closes.values().stream()
                .map(close -> new java.math.BigDecimal(close)
                        .multiply(new java.math.BigDecimal(adjustment))
                        .toPlainString())
                .collect(Collectors.joining(","));
        String volumes = closes.values().stream().map(any -> "0").collect(Collectors.joining(","));
        return ("{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"symbol\":\"%s\",\"exchangeTimezoneName\":\"America/New_York\"},"
                        + "\"timestamp\":[%s],\"events\":{%s},\"indicators\":{\"quote\":[{\"open\":[%s],\"high\":[%s],\"low\":[%s],"
                        + "\"close\":[%s],\"volume\":[%s]}],\"adjclose\":[{\"adjclose\":[%s]}]}}],\"error\":null}}")
                .formatted(symbol, times, events, prices, prices, prices, prices, volumes, adjusted);
    }

    static Map<LocalDate, String> days(LocalDate last, int count, String close) {
        Map<LocalDate, String> days = new TreeMap<>();
        TradingCalendar calendar = new TradingCalendar();
        LocalDate day = last;
        for (int i = 0; i < count; i++) {
            days.put(day, close);
            day = calendar.previousTradingDay(day);
        }
        return days;
    }

    static String dividend(LocalDate exDate, String amount) {
        long at = exDate.atTime(9, 30).atZone(TradingCalendar.NEW_YORK).toEpochSecond();
        return "\"dividends\":{\"%1$d\":{\"amount\":%2$s,\"date\":%1$d}}".formatted(at, amount);
    }

    /** Days and amounts by turns. */
    private static String dividends(String... daysAndAmounts) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < daysAndAmounts.length; i += 2) {
            long at = LocalDate.parse(daysAndAmounts[i])
                    .atTime(9, 30)
                    .atZone(TradingCalendar.NEW_YORK)
                    .toEpochSecond();
            events.add("\"%d\":{\"amount\":%s,\"date\":%d}".formatted(i, daysAndAmounts[i + 1], at));
        }
        return "\"dividends\":{" + String.join(",", events) + "}";
    }

    static String split(LocalDate day, int numerator, int denominator) {
        long at = day.atTime(9, 30).atZone(TradingCalendar.NEW_YORK).toEpochSecond();
        return "\"splits\":{\"%1$d\":{\"date\":%1$d,\"numerator\":%2$d,\"denominator\":%3$d}}"
                .formatted(at, numerator, denominator);
    }

    private void serve(String body) {
        server.on("/v8/finance/chart/ZZTA", body);
    }

    private long chartRequests() {
        return server.requests().stream()
                .filter(target -> target.contains("/chart/"))
                .count();
    }

    @Test
    void aNewSymbolGetsAllBarsVolumeZeroIncludedAndTheScreenersFacts() throws Exception {
        serve(chart("ZZTA", days(DAY, 30, "10.10"), "1", dividend(DAY.minusDays(1), "0.125")));
        assertThat(update(DAY)).isInstanceOf(TaskOutcome.Succeeded.class);
        assertThat(database.rows("SELECT count(*), min(volume), max(date), max(source) FROM raw_stock_prices"))
                .containsExactly("30|0|2026-11-18|yahoo");
        assertThat(database.rows("SELECT ex_date, amount, source FROM raw_dividends"))
                .containsExactly("2026-11-17|0.125|yahoo");
        assertThat(database.rows("SELECT price, price_date, sector, industry, market_cap, name FROM raw_stocks"))
                .containsExactly("10.10|2026-11-18|Energy|-|1000|Zedco");
        assertThat(lines).contains("✅ ZZTA: Stored 30 price records (source: YAHOO)", "✅ PIPELINE COMPLETE");
    }

    @Test
    void anUnknownSymbolIsNamedWithItsNearestAndTheRestIsDone() throws Exception {
        serve(chart("ZZTA", days(DAY, 30, "10"), "1", ""));
        assertThat(updateOnly("ZZTA", "ZZTB"))
                .isInstanceOfSatisfying(
                        TaskOutcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo("unknown symbol ZZTB (nearest: ZZTA); all else was done"));
        assertThat(lines).first().isEqualTo("⚠️  unknown symbol ZZTB (nearest: ZZTA)");
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices")).isEqualTo("30");
    }

    @Test
    void withUnknownSymbolsAloneNoSourceIsAsked() throws Exception {
        assertThat(updateOnly("ZZTB"))
                .isInstanceOfSatisfying(
                        TaskOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("unknown symbol ZZTB (nearest: ZZTA)"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aSecondRunOfTheEveningAsksNothing() throws Exception {
        serve(chart("ZZTA", days(DAY, 30, "10"), "1", ""));
        update(DAY);
        long asked = chartRequests();
        update(DAY);
        assertThat(chartRequests()).isEqualTo(asked);
        assertThat(lines).contains("⚡ STALENESS FILTER: Processing 0 symbols (skipped 1 recently updated)");
    }

    /** As with {@code --date}: hours have not passed, sessions have. */
    @Test
    void aRunForALaterMarketDayAsksAgainHoweverSoonItComes() throws Exception {
        Instant now =
                DAY.plusDays(6).atTime(22, 0).atZone(TradingCalendar.NEW_YORK).toInstant();
        serve(chart("ZZTA", days(DAY, 30, "10"), "1", ""));
        update(DAY, now);
        serve(chart("ZZTA", days(DAY.plusDays(1), 31, "10"), "1", ""));
        update(DAY.plusDays(1), now);
        assertThat(database.value("SELECT max(date) FROM raw_stock_prices")).isEqualTo("2026-11-19");
        long asked = chartRequests();
        update(DAY, now);
        update(DAY.plusDays(1), now);
        assertThat(chartRequests()).isEqualTo(asked);
    }

    @Test
    void aMarketDayAheadOfTheClockIsOver() throws Exception {
        Instant now =
                DAY.minusDays(30).atTime(11, 0).atZone(TradingCalendar.NEW_YORK).toInstant();
        serve(chart("ZZTA", days(DAY, 30, "10"), "1", ""));
        update(DAY, now);
        assertThat(database.value("SELECT max(date) FROM raw_stock_prices")).isEqualTo("2026-11-18");
        long asked = chartRequests();
        update(DAY, now);
        assertThat(chartRequests()).isEqualTo(asked);
    }

    @Test
    void theBarOfASessionThatHasNotClosedIsLeftOut() throws Exception {
        serve(chart("ZZTA", days(DAY, 3, "10"), "1", ""));
        update(DAY, DAY.atTime(11, 0).atZone(TradingCalendar.NEW_YORK).toInstant());
        assertThat(database.value("SELECT max(date) FROM raw_stock_prices")).isEqualTo("2026-11-17");
    }

    /** The source's own have an error without any bound, and change for no reason. */
    @Test
    void adjustedClosesAreComputedWhateverTheSourcesOwn() throws Exception {
        LocalDate ex = DAY.minusDays(6);
        serve(chart("ZZTA", days(DAY, 30, "10"), "-1e37", dividend(ex, "0.5")));
        update(DAY);
        LocalDate next = DAY.plusDays(1);
        serve(chart("ZZTA", days(next, 31, "10"), "0.98", dividends(ex.toString(), "0.5", next.toString(), "0.1")));
        update(next);
        assertThat(database.rows("SELECT trim_scale(adj_close), count(*), min(date), max(date) FROM raw_stock_prices"
                        + " GROUP BY 1 ORDER BY 1"))
                .containsExactly(
                        "9.405|25|2026-10-08|2026-11-11", "9.9|5|2026-11-12|2026-11-18", "10|1|2026-11-19|2026-11-19");
        assertThat(lines).noneMatch(line -> line.contains("its past was restated"));
        serve(chart("ZZTA", days(next, 31, "10"), "0.98", dividends(ex.toString(), "0.6", next.toString(), "0.1")));
        update(next.plusDays(1));
        assertThat(database.value("SELECT min(adj_close) FROM raw_stock_prices"))
                .as("a corrected payment")
                .isEqualTo("9.306");
    }

    @Test
    void dividendsBeforeASplitAreStoredAsDeclared() throws Exception {
        LocalDate ex = DAY.minusDays(20);
        serve(chart("ZZTA", days(DAY, 30, "10"), "1", dividend(ex, "0.333333") + "," + split(DAY.minusDays(2), 3, 1)));
        update(DAY);
        assertThat(database.rows("SELECT trim_scale(amount) FROM raw_dividends"))
                .containsExactly("1");
        assertThat(database.rows("SELECT split_string, split_ratio FROM raw_stock_splits"))
                .containsExactly("3:1|3");
        assertThat(database.rows("SELECT trim_scale(round(dividends_ttm, 4)) FROM raw_stocks"))
                .containsExactly("0.3333");
    }

    @Test
    void twoSourcesThatContradictEachOtherAreAFinding() throws Exception {
        database.execute(
                "INSERT INTO raw_dividends (symbol, ex_date, amount, source) VALUES ('ZZTA', '2026-11-17', 0.14, 'fmp')");
        serve(chart("ZZTA", days(DAY, 5, "10"), "1", dividend(DAY.minusDays(1), "0.125")));
        update(DAY);
        assertThat(database.rows("SELECT amount, source FROM raw_dividends"))
                .as("of equals, the one that has said it last")
                .containsExactly("0.125|yahoo");
        assertThat(database.rows("SELECT code, said, believed, reason FROM exdate.finding"))
                .containsExactly("amount-conflict|[{\"value\": \"0.125\", \"source\": \"yahoo\"},"
                        + " {\"value\": \"0.14\", \"source\": \"fmp\"}]|0.125|newest");
    }

    @Test
    void datesComeFromAnnouncementsWhoseAmountAgrees() throws Exception {
        Told.by("snowball")
                .pays("ZZTA", LocalDate.parse("2026-11-17"), "0.1250", "2026-11-17", "2026-12-01", "2026-11-02")
                .pays("ZZTA", LocalDate.parse("2026-11-16"), "9", "2026-11-16", "2026-12-01", "2026-11-02")
                .to(database);
        long one =
                DAY.minusDays(1).atTime(9, 30).atZone(TradingCalendar.NEW_YORK).toEpochSecond();
        long two =
                DAY.minusDays(2).atTime(9, 30).atZone(TradingCalendar.NEW_YORK).toEpochSecond();
        serve(chart(
                "ZZTA",
                days(DAY, 5, "10"),
                "1",
                "\"dividends\":{\"%1$d\":{\"amount\":0.125,\"date\":%1$d},\"%2$d\":{\"amount\":0.5,\"date\":%2$d}}"
                        .formatted(one, two)));
        update(DAY);
        assertThat(database.rows(
                        "SELECT ex_date, record_date, payment_date, declaration_date FROM raw_dividends ORDER BY 1"))
                .containsExactly("2026-11-16|-|-|-", "2026-11-17|2026-11-17|2026-12-01|2026-11-02");
    }

    /** Yahoo gives three decimals at most; a notice lists income and gains apart. */
    @Test
    void datesComeFromAnnouncementsThatMeanTheSame() throws Exception {
        Told.by("snowball")
                .pays("ZZTA", LocalDate.parse("2026-11-17"), "0.10417", "-", "2026-12-01")
                .pays("ZZTA", LocalDate.parse("2026-11-16"), "0.1055", "-", "2026-12-01")
                .to(database);
        Told.by("cboe")
                .pays("ZZTA", LocalDate.parse("2026-11-13"), "0.2", "-", "2026-12-02", "-", "-", "Income")
                .pays(
                        "ZZTA",
                        LocalDate.parse("2026-11-13"),
                        "1.7034",
                        "-",
                        "2026-12-02",
                        "-",
                        "-",
                        "Long Term Capital Gain")
                .to(database);
        serve(chart(
                "ZZTA",
                days(DAY, 5, "10"),
                "1",
                dividends("2026-11-17", "0.104", "2026-11-16", "0.104", "2026-11-13", "1.903")));
        update(DAY);
        assertThat(database.rows("SELECT ex_date, payment_date FROM raw_dividends ORDER BY 1 DESC"))
                .containsExactly("2026-11-17|2026-12-01", "2026-11-16|-", "2026-11-13|2026-12-02");
    }

    @Test
    void twoPaymentsOfOneDayAreTheirSumAndOneStatedTwiceIsOne() throws Exception {
        serve(chart(
                "ZZTA",
                days(DAY, 5, "10"),
                "1",
                dividends("2026-11-17", "0.2", "2026-11-17", "1.7", "2026-11-16", "0.104", "2026-11-16", "0.10417")));
        update(DAY);
        assertThat(database.rows("SELECT ex_date, amount FROM raw_dividends ORDER BY 1 DESC"))
                .containsExactly("2026-11-17|1.9", "2026-11-16|0.10417");
        update(DAY.plusDays(1));
        assertThat(database.value("SELECT count(*) FROM exdate.finding")).isEqualTo("0");
    }

    @Test
    void aRoundedAmountDoesNotReplaceTheExactOne() throws Exception {
        database.execute(
                "INSERT INTO raw_dividends (symbol, ex_date, amount, source) VALUES ('ZZTA', '2026-11-17', 0.10417, 'fmp'),"
                        + " ('ZZTA', '2026-11-16', 0.1, 'alphavantage')");
        serve(chart("ZZTA", days(DAY, 5, "10"), "1", dividends("2026-11-17", "0.104", "2026-11-16", "0.103")));
        update(DAY);
        assertThat(database.rows("SELECT amount, source FROM raw_dividends ORDER BY ex_date"))
                .containsExactly("0.103|yahoo", "0.10417|fmp");
        assertThat(database.value("SELECT count(*) FROM exdate.finding")).isEqualTo("0");
    }

    @Test
    void anotherSymbolsAnswerIsAFailureWithItsName() throws Exception {
        serve(chart("ZZTB", days(DAY, 5, "10"), "1", dividend(DAY.minusDays(1), "0.125")));
        assertThatThrownBy(() -> update(DAY))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("yahoo: other-symbol (asked for ZZTA, the answer is about ZZTB)");
        serve(chart("ZZTA", days(DAY, 5, "10"), "1", "").replace("\"USD\"", "\"EUR\""));
        assertThatThrownBy(() -> update(DAY))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("yahoo: other-symbol (ZZTA is answered in EUR, expected USD)");
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices")).isEqualTo("0");
    }

    @Test
    void oldDividendsAreCompletedAndGetAFrequency() throws Exception {
        LocalDate old = DAY.minusDays(901);
        serve(chart("ZZTA", days(DAY, 5, "10"), "1", dividend(old, "0.125")));
        Told.by("yieldmax")
                .pays("ZZTA", old, "0.125", "-", old.plusDays(1).toString())
                .to(database);
        Told.by("nyse").days("ZZTA", old, old.minusDays(1)).to(database);
        Told.by("snowball")
                .pays("ZZTA", old, "0.125", "-", "-", "-", "semi-annual")
                .to(database);
        update(DAY);
        assertThat(database.rows(
                        "SELECT payment_date, record_date, declaration_date, frequency, source FROM raw_dividends"))
                .containsExactly(old.plusDays(1) + "|" + old.minusDays(1) + "|-|Semi-Annual|yieldmax");
        Told.by("yieldmax").pays("ZZTA", old, "0.125", "-", "2031-01-01").to(database);
        update(DAY);
        assertThat(database.value("SELECT payment_date FROM raw_dividends"))
                .as("a corrected announcement")
                .isEqualTo("2031-01-01");
    }

    @Test
    void aFailedSourceFailsTheTaskAndLosesNothing() throws Exception {
        serve(chart("ZZTA", days(DAY, 5, "10"), "1", dividend(DAY.minusDays(1), "0.125")));
        update(DAY);
        server.on("/v8/finance/chart/ZZTA", 503, "text/plain", "busy");
        assertThatThrownBy(() -> update(DAY.plusDays(1)))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContainingAll("1 of 1 symbols failed", "EXDATE_UPDATE_FAILURE_SHARE");
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices")).isEqualTo("5");
        assertThat(database.value("SELECT count(*) FROM raw_dividends")).isEqualTo("1");
        assertThat(database.rows(
                        "SELECT DISTINCT last_outcome, attempts FROM exdate.freshness WHERE kind <> 'company'"))
                .containsExactly("failed|1");
        assertThat(database.value("SELECT count(*) FROM exdate.nothing_evidence"))
                .isEqualTo("0");
    }

    @Test
    void barsThatCannotBeTrueAreLeftOut() throws Exception {
        Map<LocalDate, String> days = days(DAY, 5, "10");
        days.put(DAY.minusDays(1), "0");
        serve(chart("ZZTA", days, "1", ""));
        update(DAY);
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices")).isEqualTo("4");
        assertThat(lines).contains("⚠️  ZZTA: 1 impossible bars rejected");
    }

    @Test
    void withoutSymbolsTheTaskFails() {
        database.execute("DELETE FROM raw_stocks");
        assertThatThrownBy(() -> update(DAY)).isInstanceOf(TaskFailed.class).hasMessageContaining("exdate discover");
    }

    @Test
    void threeDaysOfNothingExcludeASymbolAndOneNotFoundDoesNot() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol) SELECT 'ZY' || n FROM generate_series(100, 220) n");
        for (int n = 100; n <= 220; n++) {
            server.on("/v8/finance/chart/ZY" + n, chart("ZY" + n, days(DAY, 3, "10"), "1", ""));
        }
        server.on(
                "/v8/finance/chart/ZZTA",
                404,
                "application/json",
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\"}}}");
        update(DAY);
        assertThat(database.value("SELECT count(*) FROM raw_excluded_symbols")).isEqualTo("0");
        update(DAY.plusDays(1));
        update(DAY.plusDays(2));
        assertThat(
                        database.rows(
                                "SELECT symbol, auto_excluded, retry_after > now() + interval '29 days' FROM raw_excluded_symbols"))
                .containsExactly("ZZTA|t|t");
        assertThat(lines).anyMatch(line -> line.startsWith("🚫 ZZTA: Auto-excluded - "));
    }

    @Test
    void aSourceThatWasGivenUpLeavesTheOthersNothingWithoutWeight() throws Exception {
        settings.put("FMP_API_KEY", "expired");
        for (String path : List.of("eod-bulk", "historical-price-eod/full", "dividends", "splits")) {
            server.on("/stable/" + path, 401, "application/json", "{\"Error Message\":\"Invalid API KEY.\"}");
        }
        for (int n = 100; n <= 150; n++) {
            server.on("/v8/finance/chart/ZY" + n, chart("ZY" + n, days(DAY, 3, "10"), "1", ""));
        }
        database.execute("INSERT INTO raw_stocks (symbol) SELECT 'ZY' || n FROM generate_series(100, 150) n");
        serve(chart("ZZTA", days(DAY, 3, "10"), "1", ""));
        database.execute("INSERT INTO raw_stocks (symbol) VALUES ('ZZTB')");
        update(DAY);
        assertThat(database.rows("SELECT last_outcome FROM exdate.freshness WHERE symbol = 'ZZTB' AND kind = 'prices'"))
                .containsExactly("nothing");
        assertThat(database.rows("SELECT symbol, source FROM exdate.nothing_evidence"))
                .isEmpty();
    }

    @Test
    void manyAtOnceAreAnOutageAndNoneIsExcluded() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol) SELECT 'ZY' || n FROM generate_series(100, 104) n");
        for (int i = 0; i < 3; i++) {
            assertThat(update(DAY.plusDays(i))).isInstanceOf(TaskOutcome.Succeeded.class);
        }
        assertThat(database.value("SELECT count(*) FROM raw_excluded_symbols")).isEqualTo("0");
        assertThat(lines).anyMatch(line -> line.contains("so many at once mean an outage"));
    }
}
