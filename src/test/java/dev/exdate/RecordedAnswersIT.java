package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real bytes of the real sources, served by {@code sandbox --answers}, stored by the real program. */
class RecordedAnswersIT {
    @TempDir
    Path folder;

    private TestDatabase database;
    private ExdateProgram.Started sandbox;

    @BeforeEach
    void serve() throws Exception {
        Samples.assumePresent();
        database = TestDatabase.fresh();
        Path samples = Samples.folder().orElseThrow().toAbsolutePath().normalize();
        Files.writeString(folder.resolve("answers.txt"), """
                /v8/finance/chart/AAPL = %1$s/yahoo/chart-AAPL-split-and-div.json
                /v8/finance/chart/MSFT = %1$s/yahoo/chart-MSFT-events-div-1y.json
                /v8/finance/chart/GONE = 404 %1$s/yahoo/error-404-chart-delisted.json
                /api/calendar/dividends?date=2023-11-06 = %1$s/nasdaq/calendar-2023-11-06-fetched-2023-11-06.json
                /api/calendar/dividends?date=2024-06-02 = %1$s/nasdaq/calendar-2024-06-02-empty-sunday.json
                /stable/dividends-calendar = %1$s/fmp/stable-dividends-calendar.json
                /stable/etf/holdings?symbol=SCHD = %1$s/fmp/stable-etf-holdings-SCHD.json
                /dynamic/SymDir/nasdaqlisted.txt = %1$s/nasdaqtrader/error-200-html-instead-of-nasdaqlisted.txt.html
                /dynamic/SymDir/otherlisted.txt = %1$s/nasdaqtrader/2025-07-21-otherlisted.txt
                """.formatted(samples));
        sandbox = new ExdateProgram(folder)
                .start(
                        "sandbox",
                        "--symbols",
                        "0",
                        "--answers",
                        "answers.txt",
                        "--write-sources",
                        "sources.properties",
                        "--keys");
        sandbox.awaitLine("ready http://127.0.0.1:", Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        if (sandbox != null) {
            sandbox.close();
            database.close();
        }
    }

    private ExdateProgram.Ended run(String... arguments) throws Exception {
        return new ExdateProgram(folder).with("DATABASE_URL", database.url()).run(arguments);
    }

    private ExdateProgram.Ended runOnly(String task, String day) throws Exception {
        return run("run", "--sources", "sources.properties", "--force", "--only", task, "--date", day);
    }

    @Test
    void aCalendarDayIsStoredOncePerSymbolAndMayBeEmpty() throws Exception {
        ExdateProgram.Ended ended = run(
                "scrape", "nasdaq", "--sources", "sources.properties", "--from", "2023-11-06", "--to", "2023-11-06");
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        assertThat(database.value("SELECT count(*) FROM raw_dividends_nasdaq")).isEqualTo("32");
        assertThat(database.rows("SELECT ex_date, record_date, payment_date, announcement_date, dividend_rate"
                        + " FROM raw_dividends_nasdaq WHERE symbol = 'ARLP'"))
                .containsExactly("2023-11-06|2023-11-07|2023-11-14|2023-10-27|0.7");
        ended = run(
                "scrape", "nasdaq", "--sources", "sources.properties", "--from", "2024-06-02", "--to", "2024-06-02");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(1);
        assertThat(ended.err()).contains("no session on 2024-06-02 (a Sunday)");
        assertThat(database.value("SELECT count(*) FROM raw_dividends_nasdaq")).isEqualTo("32");
    }

    @Test
    void aRecordedChartGivesPricesDividendsAndTheSplit() throws Exception {
        database.execute(
                "INSERT INTO raw_stocks (symbol, name) VALUES ('AAPL', 'Apple'), ('MSFT', 'Microsoft'), ('GONE', 'Gone')");
        ExdateProgram.Ended ended = run(
                "update",
                "--sources",
                "keyless.properties",
                "--symbols",
                "AAPL,GONE",
                "--from",
                "2020-08-31",
                "--date",
                "2020-11-06");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
        Files.writeString(
                folder.resolve("keyless.properties"),
                Files.readString(folder.resolve("sources.properties")).replaceAll("(?m)^.*_API_KEY.*$", ""));
        ended = run(
                "update",
                "--sources",
                "keyless.properties",
                "--symbols",
                "AAPL,GONE",
                "--from",
                "2020-08-31",
                "--date",
                "2020-11-06");
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        assertThat(database.rows("SELECT count(*), min(date), max(date) FROM raw_stock_prices"))
                .containsExactly("49|2020-08-31|2020-11-06");
        assertThat(database.rows("SELECT close, adj_close, volume FROM raw_stock_prices WHERE date = '2020-09-01'"))
                .containsExactly("134.18|133.948908|151948100");
        assertThat(database.rows("SELECT symbol, ex_date, amount, currency FROM raw_dividends"))
                .containsExactly("AAPL|2020-11-06|0.205|USD");
        assertThat(database.rows("SELECT split_date, numerator, denominator, split_ratio FROM raw_stock_splits"))
                .containsExactly("2020-08-31|4|1|4");
        assertThat(database.rows("SELECT count(*) FROM raw_excluded_symbols")).containsExactly("0");
        ended = run(
                "update",
                "--sources",
                "keyless.properties",
                "--symbols",
                "MSFT",
                "--from",
                "2021-02-01",
                "--date",
                "2022-01-28");
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        assertThat(database.rows("SELECT ex_date, amount FROM raw_dividends WHERE symbol = 'MSFT' ORDER BY ex_date"))
                .isEqualTo(List.of("2021-02-17|0.56", "2021-05-19|0.56", "2021-08-18|0.56", "2021-11-17|0.62"));
    }

    @Test
    void aRecordedCalendarOfFmpFillsTheDividendsAhead() throws Exception {
        ExdateProgram.Ended ended = runOnly("future-dividends", "2025-08-01");
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        assertThat(database.rows(
                        "SELECT symbol, ex_date, amount, record_date, payment_date, declaration_date, frequency"
                                + " FROM raw_future_dividends ORDER BY symbol"))
                .containsExactly(
                        "0008.HK|2025-08-15|0.0977|2025-08-18|2025-09-05|-|Quarterly",
                        "AAPL|2025-08-11|0.26|2025-08-11|2025-08-14|2025-07-31|Quarterly",
                        "O|2025-08-01|0.269|2025-08-01|2025-08-15|2025-07-08|Monthly",
                        "SCHW|2025-08-08|0.27|2025-08-08|2025-08-22|2025-07-24|Quarterly");
    }

    @Test
    void recordedHoldingsAreStoredWithTheirHistory() throws Exception {
        database.execute(
                "INSERT INTO raw_stocks (symbol, name, type) VALUES ('SCHD', 'Schwab US Dividend Equity ETF', 'etf')");
        ExdateProgram.Ended ended = runOnly("holdings", "2025-08-01");
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        assertThat(database.rows(
                        "SELECT jsonb_array_length(holdings), holdings->0->>'asset', holdings->0->>'weightPercentage'"
                                + " FROM raw_stocks"))
                .containsExactly("50|CVX|4.326");
        assertThat(database.rows("SELECT symbol, date, holdings_count, data_source FROM raw_holdings_history"))
                .containsExactly("SCHD|2025-08-01|50|FMP");
    }

    @Test
    void aWebPageInTheDirectorysPlaceFailsDiscoveryAndLosesNothing() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol, name) VALUES ('AAPL', 'Apple')");
        ExdateProgram.Ended ended = runOnly("discovery", "2025-08-03");
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(1);
        assertThat(ended.out()).contains("nasdaqlisted");
        assertThat(database.rows("SELECT symbol FROM raw_stocks WHERE symbol = 'AAPL'"))
                .containsExactly("AAPL");
    }
}
