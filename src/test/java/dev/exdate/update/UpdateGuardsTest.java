package dev.exdate.update;

import static dev.exdate.update.UpdateTaskTest.chart;
import static dev.exdate.update.UpdateTaskTest.days;
import static dev.exdate.update.UpdateTaskTest.dividend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source can hardly be right with is not written; what a market can do is. */
class UpdateGuardsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final LocalDate NEXT = DAY.plusDays(1);

    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();
    private TestDatabase database;

    @BeforeEach
    void aMarketDayIsStored() throws Exception {
        database = TestDatabase.fresh();
        database.execute("INSERT INTO raw_stocks (symbol, name, type) VALUES ('ZZTA', 'Zedco', 'stock')");
        server.on(
                "/api/screener/stocks",
                "{\"data\":{\"rows\":[{\"symbol\":\"ZZTA\",\"lastsale\":\"$10\"}]},\"status\":{\"rCode\":200}}");
        serve(chart("ZZTA", days(DAY, 30, "10"), "1", dividend(DAY.minusDays(30), "0.125")));
        update(DAY, Overrides.NONE);
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    private void serve(String body) {
        server.on("/v8/finance/chart/ZZTA", body);
    }

    private void update(LocalDate day, Overrides accepted) throws Exception {
        Instant now = day.atTime(22, 0).atZone(TradingCalendar.NEW_YORK).toInstant();
        try (HttpWeb web = TestWeb.at(server.address(), Map.of())) {
            new UpdateTask(
                            TestSources.of(web),
                            new CompanyScreener(new NasdaqClient(web), database),
                            database,
                            new CopyBulkWriter(),
                            new TradingCalendar(),
                            Clock.fixed(now, ZoneOffset.UTC))
                    .run(log.context(now, day, accepted));
        }
    }

    private String stored() {
        return database.value("SELECT count(*) || ' to ' || max(date) || ' at ' || max(close) FROM raw_stock_prices");
    }

    private void isHeldBack(String... words) {
        assertThatThrownBy(() -> update(NEXT, Overrides.NONE))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("the first: held back (")
                .hasMessageContainingAll(words);
        assertThat(stored()).isEqualTo("30 to 2026-11-18 at 10");
        assertThat(database.rows("SELECT DISTINCT last_outcome FROM exdate.freshness WHERE kind = 'prices'"))
                .containsExactly("failed");
    }

    private void comesIn() {
        assertThatCode(() -> update(NEXT, Overrides.NONE)).doesNotThrowAnyException();
        assertThat(stored()).startsWith("31 to 2026-11-19");
    }

    @Test
    void aPastInAnotherUnitIsHeldBackUntilTheSourceIsRight() throws Exception {
        serve(chart("ZZTA", days(NEXT, 31, "1000"), "1", ""));
        isHeldBack("(prices): ZZTA: 6 of the 6 newest stored closes differ at yahoo", "--accept=prices");
        serve(chart("ZZTA", days(NEXT, 31, "10"), "1", ""));
        comesIn();
    }

    @Test
    void aLastingChangeComesInWhenAPersonSaysSo() throws Exception {
        serve(chart("ZZTA", days(NEXT, 31, "1000"), "1", ""));
        update(NEXT, new Overrides(false, Set.of("ZZTA")));
        assertThat(stored()).isEqualTo("31 to 2026-11-19 at 1000");
        assertThat(log.lines()).anyMatch(line -> line.startsWith("🔓 Accepted (prices): ZZTA"));
    }

    @Test
    void oneDayAtAHundredfoldWithinAHistoryIsLeftOut() throws Exception {
        Map<LocalDate, String> days = days(NEXT, 31, "10");
        days.put(NEXT.minusDays(1), "1000");
        serve(chart("ZZTA", days, "1", ""));
        update(NEXT, Overrides.NONE);
        assertThat(stored()).isEqualTo("31 to 2026-11-19 at 10");
    }

    @Test
    void aDayThatLeapsIsHeldBackAndTheOthersOfTheAnswerComeIn() throws Exception {
        LocalDate after = new TradingCalendar().nextTradingDay(NEXT);
        Map<LocalDate, String> days = days(after, 32, "10.1");
        days.putAll(days(DAY, 30, "10"));
        days.put(NEXT, "1000");
        days.put(after, "10.1");
        serve(chart("ZZTA", days, "1", dividend(after, "0.13")));
        assertThatThrownBy(() -> update(after, Overrides.NONE))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("the close of 2026-11-19 at yahoo is 1000 after 10");
        assertThat(stored()).isEqualTo("31 to 2026-11-20 at 10.1");
        assertThat(database.rows("SELECT amount FROM raw_dividends ORDER BY ex_date"))
                .as("the night's payment")
                .containsExactly("0.125", "0.13");
        days.put(NEXT, "10.05");
        serve(chart("ZZTA", days, "1", dividend(after, "0.13")));
        update(after.plusDays(3), Overrides.NONE);
        assertThat(stored()).isEqualTo("32 to 2026-11-20 at 10.1");
    }

    @Test
    void anEmptyAnswerIsHeldBackAndBelievedADayLater() throws Exception {
        serve("{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"ZZTA\",\"gmtoffset\":-18000},"
                + "\"indicators\":{\"quote\":[{}]}}],\"error\":null}}");
        isHeldBack("(short): ZZTA: yahoo has no price at all, but had one for 2026-11-18");
        update(NEXT.plusDays(1), Overrides.NONE);
        assertThat(database.rows("SELECT last_outcome FROM exdate.freshness WHERE kind = 'prices'"))
                .containsExactly("nothing");
    }

    @Test
    void aSymbolWithoutTradeSucceedsAndIsAskedForAgain() throws Exception {
        serve(chart("ZZTA", days(DAY, 30, "10"), "1", ""));
        update(NEXT, Overrides.NONE);
        assertThat(log.text()).contains("⏳ 1 of 1 symbols that traded on 2026-11-18 have no price for 2026-11-19 yet");
        serve(chart("ZZTA", days(NEXT, 31, "10"), "1", ""));
        comesIn();
    }

    @Test
    void mostSymbolsWithoutAPriceOfTheDayAreYesterdaysAnswers() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol) SELECT 'ZY' || n FROM generate_series(10, 15) n");
        for (int n = 10; n <= 15; n++) {
            server.on("/v8/finance/chart/ZY" + n, chart("ZY" + n, days(DAY, 10, "10"), "1", ""));
        }
        update(DAY, Overrides.NONE);
        serve(chart("ZZTA", days(NEXT, 31, "10"), "1", ""));
        assertThatThrownBy(() -> update(NEXT, Overrides.NONE))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("held back (stale): 6 of 7 symbols have no price for 2026-11-19, only for"
                        + " 2026-11-18: the answers are from yesterday");
        assertThatCode(() -> update(NEXT, new Overrides(false, Set.of("stale"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aStoredDistributionIsNotReplacedByAHundredfoldOne() {
        serve(chart("ZZTA", days(NEXT, 31, "10"), "1", dividend(DAY.minusDays(30), "12.5")));
        assertThatThrownBy(() -> update(NEXT, Overrides.NONE))
                .hasMessageContaining("reports 12.5 on 2026-10-19, but 0.125 is stored");
        assertThat(stored()).as("the prices are right").startsWith("31 to 2026-11-19");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("0.125");
    }

    /** What the same source has said of the past moves by no factor in silence; the good rows of the night come in. */
    @Test
    void aRestatedPastIsHeldBackAndTheRestComesIn() throws Exception {
        serve(chart("ZZTA", days(NEXT, 31, "9.2"), "1", dividends(DAY.minusDays(30), "0.125", NEXT, "0.13")));
        assertThatThrownBy(() -> update(NEXT, Overrides.NONE))
                .hasMessageContaining("(prices): ZZTA: 6 of the 6 newest stored closes differ at yahoo");
        assertThat(stored()).isEqualTo("30 to 2026-11-18 at 10");
        assertThat(database.rows("SELECT amount FROM raw_dividends ORDER BY ex_date"))
                .containsExactly("0.125", "0.13");

        LocalDate later = NEXT.plusDays(1);
        serve(chart("ZZTA", days(later, 32, "10"), "1", dividends(DAY.minusDays(30), "0.115", NEXT, "0.13")));
        assertThatThrownBy(() -> update(later, Overrides.NONE))
                .hasMessageContaining(
                        "(amounts): ZZTA: yahoo reports 0.115 on 2026-10-19, but 0.125 is stored, and no split");
        assertThat(stored()).isEqualTo("32 to 2026-11-20 at 10");
        assertThat(database.value("SELECT amount FROM raw_dividends WHERE ex_date = '2026-10-19'"))
                .isEqualTo("0.125");
        update(later.plusDays(3), new Overrides(false, Set.of("amounts")));
        assertThat(database.value("SELECT amount FROM raw_dividends WHERE ex_date = '2026-10-19'"))
                .isEqualTo("0.115");
    }

    /** The source lists the split and adjusts the prices at once, the dividends a night later. */
    @Test
    void onASplitNightAmountsStayAsDeclared() throws Exception {
        String split = "," + UpdateTaskTest.split(NEXT, 2, 1);
        serve(chart("ZZTA", days(NEXT, 31, "5"), "1", dividend(DAY.minusDays(30), "0.125") + split));
        update(NEXT, Overrides.NONE);
        assertThat(stored()).isEqualTo("31 to 2026-11-19 at 5");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("0.125");
        serve(chart("ZZTA", days(NEXT.plusDays(1), 32, "5"), "1", dividend(DAY.minusDays(30), "0.0625") + split));
        update(NEXT.plusDays(1), Overrides.NONE);
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("0.125");
    }

    private List<String> findings() {
        return database.rows(
                "SELECT code, day, field, said->0->>'value', state FROM exdate.finding ORDER BY day, code");
    }

    /** A payment in cents, one on a Saturday, and one of more than the share; nothing is stored to compare with. */
    @Test
    void aFirstLoadIsJudgedToo() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol) VALUES ('ZZTF')");
        String good = dividends(
                "2024-02-13=0.5, 2024-05-14=0.5, 2024-08-13=0.5, 2024-11-12=0.5, 2025-02-11=0.51, 2025-05-13=0.51");
        String bad = good.replaceFirst("}}$", "},")
                + dividends("2025-08-12=51, 2025-11-15=0.51, 2026-02-10=120").replaceFirst("^\"dividends\":\\{", "");
        server.on("/v8/finance/chart/ZZTF", chart("ZZTF", days(NEXT, 800, "100"), "1", bad));
        assertThatThrownBy(() -> update(NEXT, Overrides.NONE))
                .hasMessageContaining("ZZTF: yahoo reports 51 on 2025-08-12, but usually 0.5");
        String stored = "SELECT count(*), max(amount) FROM raw_dividends WHERE symbol = 'ZZTF'";
        assertThat(database.rows(stored)).containsExactly("6|0.51");
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices WHERE symbol = 'ZZTF'"))
                .isEqualTo("800");
        assertThat(findings())
                .containsExactly(
                        "first-load|2025-08-12|amount|51|open",
                        "first-load|2025-11-15|amount|0.51|open",
                        "first-load|2026-02-10|amount|120|open");
        server.on("/v8/finance/chart/ZZTF", chart("ZZTF", days(NEXT, 800, "100"), "1", good));
        update(NEXT.plusDays(1), Overrides.NONE);
        assertThat(findings()).hasSize(3).allMatch(finding -> finding.endsWith("|settled"));
    }

    @Test
    void anHonestSpecialOfThirtyPerCentComesInBecauseThePriceShowsIt() throws Exception {
        String special = dividends(DAY.minusDays(30), "0.125", NEXT, "3");
        serve(chart("ZZTA", days(NEXT, 31, "10"), "1", special));
        assertThatThrownBy(() -> update(NEXT, Overrides.NONE))
                .hasMessageContaining("yahoo reports 3 on 2026-11-19, but usually 0.125");
        assertThat(findings()).containsExactly("held-back|2026-11-19|amount|3|open");
        Map<LocalDate, String> days = days(NEXT, 31, "10");
        days.put(NEXT, "7.05");
        serve(chart("ZZTA", days, "1", special));
        update(NEXT.plusDays(1), Overrides.NONE);
        assertThat(database.rows("SELECT ex_date, amount FROM raw_dividends WHERE amount > 1"))
                .containsExactly("2026-11-19|3");
        assertThat(findings()).containsExactly("held-back|2026-11-19|amount|3|settled");
    }

    /** {@code 2026-11-17=0.5, 2026-11-18=1}. */
    private static String dividends(String all) {
        return "\"dividends\":{"
                + java.util.Arrays.stream(all.split(", "))
                        .map(one -> dividend(LocalDate.parse(one.split("=")[0]), one.split("=")[1])
                                .replaceFirst("^\"dividends\":\\{", "")
                                .replaceFirst("}$", ""))
                        .collect(java.util.stream.Collectors.joining(","))
                + "}";
    }

    private static String dividends(LocalDate one, String amount, LocalDate two, String other) {
        return dividend(one, amount).replaceFirst("}}$", "},")
                + dividend(two, other).replaceFirst("^\"dividends\":\\{", "");
    }

    @Test
    void aNewSymbolIsNotBelievedWhileTheKnownOnesAreWrong() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol) SELECT 'ZY' || n FROM generate_series(10, 13) n");
        for (int n = 10; n <= 13; n++) {
            server.on("/v8/finance/chart/ZY" + n, chart("ZY" + n, days(DAY, 10, "10"), "1", ""));
        }
        update(DAY, Overrides.NONE);
        for (int n = 10; n <= 13; n++) {
            server.on("/v8/finance/chart/ZY" + n, chart("ZY" + n, days(NEXT, 11, "1000"), "1", ""));
        }
        database.execute("INSERT INTO raw_stocks (symbol) VALUES ('AANEW')");
        server.on("/v8/finance/chart/AANEW", chart("AANEW", days(NEXT, 11, "1000"), "1", ""));
        serve(chart("ZZTA", days(NEXT, 31, "10"), "1", ""));
        assertThatThrownBy(() -> update(NEXT, Overrides.NONE)).hasMessageContaining("5 of 6 symbols failed");
        assertThat(log.text())
                .contains("held back (prices): AANEW is new, but yahoo is wrong about 4 of 5 known symbols");
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices WHERE symbol = 'AANEW'"))
                .isEqualTo("0");
    }
}
