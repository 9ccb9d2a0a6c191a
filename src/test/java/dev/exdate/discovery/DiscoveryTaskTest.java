package dev.exdate.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.guard.Overrides;
import dev.exdate.market.TradingCalendar;
import dev.exdate.source.alphavantage.AlphaVantageClient;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaqtrader.NasdaqTraderClient;
import dev.exdate.source.yahoo.YahooClient;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveryTaskTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        directories(List.of("ZZTA|Zedco Inc. - Common Stock|Q|N|N|100|N|N", "ZZTE|Zed Income ETF|G|N|N|100|Y|N"));
        screener("/api/screener/stocks", "ZZTA", "$10.00");
        screener("/api/screener/etf", "ZZTE", "$20.00");
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    private void directories(List<String> nasdaq) {
        server.on(
                "/dynamic/SymDir/nasdaqlisted.txt",
                200,
                "text/plain",
                "Symbol|Security Name|Market Category|Test Issue|Financial Status|Round Lot Size|ETF|NextShares\r\n"
                        + String.join("\r\n", nasdaq) + "\r\nFile Creation Time: 1122202609:30|||||\r\n");
        server.on(
                "/dynamic/SymDir/otherlisted.txt",
                200,
                "text/plain",
                "ACT Symbol|Security Name|Exchange|CQS Symbol|ETF|Round Lot Size|Test Issue|NASDAQ Symbol\n"
                        + "ZZQ|Zed Royalty Trust|N|ZZQ|N|100|N|ZZQ\nZZV|Zed Elsewhere|V|ZZV|N|100|N|ZZV\n"
                        + "File Creation Time: 1122202609:30||||||\n");
    }

    private void screener(String path, String symbol, String lastSale) {
        server.on(
                path,
                "{\"data\":{\"rows\":[{\"symbol\":\"" + symbol + "\",\"name\":\"x\",\"lastsale\":\"" + lastSale
                        + "\"}]},\"status\":{\"rCode\":200}}");
    }

    private TaskOutcome discover(LocalDate day) throws Exception {
        return discover(day, Overrides.NONE);
    }

    private TaskOutcome discover(LocalDate day, Overrides accepted) throws Exception {
        Instant now = day.atTime(22, 0).atZone(TradingCalendar.NEW_YORK).toInstant();
        try (HttpWeb web = TestWeb.at(server.address())) {
            FmpClient fmp = new FmpClient(web);
            return new DiscoveryTask(
                            new SymbolDirectories(new NasdaqTraderClient(web), fmp, new AlphaVantageClient(web)),
                            new ScreenerEvidence(new NasdaqClient(web)),
                            new SymbolVetting(new PriceCheck(new YahooClient(web), fmp)),
                            new SymbolStore(database, Clock.fixed(now, ZoneOffset.UTC)),
                            database)
                    .run(log.context(now, day, accepted));
        }
    }

    private List<String> stocks() {
        return database.rows("SELECT symbol, name, exchange, type FROM raw_stocks ORDER BY symbol");
    }

    @Test
    void whatTradesIsStoredWithNameExchangeAndType() throws Exception {
        discover(SUNDAY);
        assertThat(stocks())
                .containsExactly("ZZTA|Zedco Inc. - Common Stock|NASDAQ|stock", "ZZTE|Zed Income ETF|NASDAQ|etf");
    }

    @Test
    void aSymbolWithoutProofIsAskedForAndStoredWhenItHasARecentPrice() throws Exception {
        long at = SUNDAY.minusDays(2)
                .atTime(9, 30)
                .atZone(TradingCalendar.NEW_YORK)
                .toEpochSecond();
        server.on(
                "/v8/finance/chart/ZZQ",
                "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"ZZQ\",\"gmtoffset\":-18000},\"timestamp\":[" + at
                        + "],\"indicators\":{\"quote\":[{\"close\":[5]}]}}],\"error\":null}}");
        discover(SUNDAY);
        assertThat(stocks()).contains("ZZQ|Zed Royalty Trust|NYSE|trust").hasSize(3);
    }

    @Test
    void aSymbolOfWhichNothingIsCertainIsLeftForNextTime() throws Exception {
        server.on("/v8/finance/chart/ZZQ", 503, "text/plain", "busy");
        discover(SUNDAY);
        assertThat(stocks()).hasSize(2);
        assertThat(database.value("SELECT count(*) FROM raw_stocks_excluded")).isEqualTo("0");
        assertThat(log.lines()).anyMatch(line -> line.contains("No evidence for or against"));
    }

    @Test
    void anUnknownSymbolIsExcludedAndComesBackWhenItTrades() throws Exception {
        server.on(
                "/v8/finance/chart/ZZQ",
                "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"ZZQ\",\"gmtoffset\":-18000},"
                        + "\"indicators\":{\"quote\":[{}]}}],\"error\":null}}");
        discover(SUNDAY);
        assertThat(database.rows("SELECT symbol, reason, retry_after IS NOT NULL FROM raw_stocks_excluded"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("ZZQ|", "yahoo: nothing", "|t"));
        discover(SUNDAY.plusWeeks(1));
        assertThat(stocks()).hasSize(2);
        screener("/api/screener/etf", "ZZQ", "$3.00");
        discover(SUNDAY.plusWeeks(2));
        assertThat(stocks()).hasSize(3);
        assertThat(database.value("SELECT count(*) FROM raw_stocks_excluded")).isEqualTo("0");
    }

    @Test
    void aDirectoryThatLostAFifthOfItsLinesIsRefusedAndTheTaskFails() throws Exception {
        discover(SUNDAY);
        directories(List.of("ZZTA|Zedco Inc. - Common Stock|Q|N|N|100|N|N"));
        for (LocalDate day : List.of(SUNDAY, SUNDAY.plusWeeks(1))) {
            assertThatThrownBy(() -> discover(day))
                    .isInstanceOf(TaskFailed.class)
                    .hasMessageContaining(
                            "held back (short): nasdaqlisted has 1 rows instead of 2. Stored data unchanged. "
                                    + "If the source is right: --accept=short");
        }
        assertThat(stocks()).hasSize(2);
    }

    @Test
    void anAcceptedShorterDirectoryIsTheNewMeasure() throws Exception {
        discover(SUNDAY);
        directories(List.of("ZZTA|Zedco Inc. - Common Stock|Q|N|N|100|N|N"));
        discover(SUNDAY, new Overrides(false, Set.of("short")));
        assertThat(log.lines()).contains("🔓 Accepted (short): nasdaqlisted has 1 rows instead of 2");
        discover(SUNDAY.plusWeeks(1));
        assertThat(stocks()).hasSize(2);
    }

    @Test
    void exactlyAFifthIsTooMuch() throws Exception {
        List<String> lines = List.of("A", "B", "C", "D", "E").stream()
                .map(last -> "ZZT" + last + "|Zedco Inc. - Common Stock|Q|N|N|100|N|N")
                .toList();
        directories(lines);
        discover(SUNDAY);
        directories(lines.subList(0, 4));
        assertThatThrownBy(() -> discover(SUNDAY.plusWeeks(1))).hasMessageContaining("has 4 rows instead of 5");
    }

    @Test
    void aNameThatIsThereIsNotReplaced() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol, name) VALUES ('ZZTA', 'By hand')");
        discover(SUNDAY);
        assertThat(stocks()).contains("ZZTA|By hand|NASDAQ|stock");
    }
}
