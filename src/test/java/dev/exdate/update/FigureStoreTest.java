package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures that follow from prices, dividends and splits; the numbers are worked out by hand. */
class FigureStoreTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        database.execute("INSERT INTO raw_stocks (symbol) VALUES ('ZZTA')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void price(LocalDate day, String close, String adjusted) {
        database.execute("INSERT INTO raw_stock_prices (symbol, date, price, close, adj_close) VALUES ('ZZTA', '" + day
                + "', " + close + ", " + close + ", " + adjusted + ")");
    }

    /** A close every 30 days from the first day to today. */
    private void prices(LocalDate first, String close) {
        for (LocalDate day = first; day.isBefore(TODAY); day = day.plusDays(30)) {
            price(day, close, close);
        }
        price(TODAY, close, close);
    }

    private void dividend(LocalDate exDate, String amount) {
        database.execute("INSERT INTO raw_dividends (symbol, ex_date, amount) VALUES ('ZZTA', '" + exDate + "', "
                + amount + ")");
    }

    private String figures(String columns) throws Exception {
        new FigureStore(database).update(TODAY, Set.of());
        return database.value("SELECT concat_ws('|', " + columns + ") FROM raw_stocks");
    }

    @Test
    void aQuarterlyPayersYieldsAreFractions() throws Exception {
        prices(TODAY.minusDays(800), "50");
        for (int quarter = 0; quarter < 8; quarter++) {
            dividend(TODAY.minusDays(10 + 91L * quarter), "0.5");
        }
        assertThat(figures(
                        "frequency, trim_scale(dividends_ttm), trim_scale(dividend_yield), trim_scale(forward_yield),"
                                + " yield_projected, last_dividend_date, trim_scale(last_dividend_amount)"))
                .isEqualTo("Quarterly|2|0.04|0.04|f|2026-11-08|0.5");
    }

    @Test
    void onlyTheNamedSymbolsAreComputedAndNeverBackInTime() throws Exception {
        database.execute("INSERT INTO raw_stocks (symbol) VALUES ('ZZTB')");
        prices(TODAY.minusDays(800), "50");
        database.execute("INSERT INTO raw_stock_prices (symbol, date, price, close, adj_close)"
                + " SELECT 'ZZTB', date, price, close, adj_close FROM raw_stock_prices");
        FigureStore figures = new FigureStore(database);
        assertThat(figures.update(TODAY, Set.of(new Ticker("ZZTB")))).isEqualTo(1);
        assertThat(database.rows("SELECT symbol FROM raw_stocks WHERE price IS NULL"))
                .containsExactly("ZZTA");
        assertThat(figures.update(TODAY.minusDays(100), Set.of(new Ticker("ZZTB"))))
                .isZero();
        assertThat(database.value("SELECT price_date FROM raw_stocks WHERE symbol = 'ZZTB'"))
                .isEqualTo(TODAY.toString());
    }

    @Test
    void aSplitWithinTheYearDividesTheDividendsBeforeIt() throws Exception {
        prices(TODAY.minusDays(800), "50");
        dividend(TODAY.minusDays(200), "1");
        dividend(TODAY.minusDays(10), "0.5");
        database.execute("INSERT INTO raw_stock_splits (symbol, split_date, numerator, denominator) VALUES ('ZZTA', '"
                + TODAY.minusDays(100) + "', 2, 1)");
        assertThat(figures("trim_scale(dividends_ttm), trim_scale(dividend_yield)"))
                .isEqualTo("1|0.02");
    }

    @Test
    void whoPaidNothingForAYearHasNoYield() throws Exception {
        prices(TODAY.minusDays(800), "50");
        dividend(TODAY.minusDays(400), "1");
        assertThat(
                        figures(
                                "coalesce(dividend_yield::text, 'none'), coalesce(forward_yield::text, 'none'), last_dividend_date"))
                .isEqualTo("none|none|" + TODAY.minusDays(400));
    }

    @Test
    void aChangeOfRhythmShowsAtOnce() throws Exception {
        prices(TODAY.minusDays(800), "50");
        for (int i = 0; i < 4; i++) {
            dividend(TODAY.minusDays(60 + 91L * i), "1");
        }
        for (int i = 0; i < 6; i++) {
            dividend(TODAY.minusDays(3 + 7L * i), "0.1");
        }
        assertThat(figures("frequency")).isEqualTo("Weekly");
    }

    private static final String FORWARD = "coalesce(frequency, 'none'), trim_scale(forward_yield)";

    /** A monthly payer that pays again after a week, and after another one. */
    @Test
    void aNewRhythmCountsFromTheSecondPaymentThatShowsIt() throws Exception {
        prices(TODAY.minusDays(800), "50");
        for (int i = 0; i < 12; i++) {
            dividend(TODAY.minusDays(18 + 30L * i), "0.4");
        }
        dividend(TODAY.minusDays(11), "0.1");
        assertThat(figures(FORWARD)).startsWith("Monthly|");
        dividend(TODAY.minusDays(4), "0.1");
        assertThat(figures(FORWARD)).isEqualTo("Weekly|0.104");
    }

    @Test
    void anIssuersWordCountsFromTheFirstPaymentThatShowsIt() throws Exception {
        prices(TODAY.minusDays(800), "50");
        for (int i = 0; i < 12; i++) {
            dividend(TODAY.minusDays(18 + 30L * i), "0.4");
        }
        database.execute("INSERT INTO raw_yieldmax_dividends (symbol, ex_date, amount, frequency) VALUES ('ZZTA', '"
                + TODAY.plusDays(3) + "', 0.1, 'Weekly')");
        assertThat(figures(FORWARD)).as("before its first payment").isEqualTo("Monthly|0.096");
        dividend(TODAY.minusDays(11), "0.1");
        database.execute("UPDATE raw_yieldmax_dividends SET ex_date = '" + TODAY.minusDays(11) + "'");
        assertThat(figures(FORWARD)).isEqualTo("Weekly|0.104");
    }

    @Test
    void everyFourWeeksAreThirteenPaymentsAYear() throws Exception {
        prices(TODAY.minusDays(800), "50");
        for (int i = 0; i < 12; i++) {
            dividend(TODAY.minusDays(5 + 28L * i), "0.4");
        }
        assertThat(figures(FORWARD)).isEqualTo("Every 4 Weeks|0.104");
        database.execute("DELETE FROM raw_dividends WHERE ex_date < '" + TODAY.minusDays(70) + "'");
        database.execute("UPDATE raw_dividends SET frequency = 'Every four weeks'");
        assertThat(figures("frequency")).as("two gaps may be months").isEqualTo("Monthly");
        database.execute(
                "INSERT INTO raw_dividends_cboe (symbol, ex_date, payment_date, frequency) VALUES ('ZZTA', '2026-11-13', '2026-11-16', 'Every 4 Weeks')");
        assertThat(figures("frequency")).isEqualTo("Every 4 Weeks");
    }

    /** By word, by kind, and as what is three times the usual. */
    @Test
    void specialsAndGainsAreOutOfTheForwardYield() throws Exception {
        prices(TODAY.minusDays(800), "50");
        for (int quarter = 0; quarter < 8; quarter++) {
            dividend(TODAY.minusDays(20 + 91L * quarter), "0.5");
        }
        dividend(TODAY.minusDays(10), "3");
        assertThat(figures("trim_scale(dividends_ttm), " + FORWARD))
                .as("an outlier")
                .isEqualTo("5|Quarterly|0.04");
        database.execute("UPDATE raw_dividends SET amount = 0.7, frequency = 'Special' WHERE amount = 3");
        assertThat(figures(FORWARD)).isEqualTo("Quarterly|0.04");
        database.execute("UPDATE raw_dividends SET amount = 1.2 WHERE ex_date = '" + TODAY.minusDays(20) + "'");
        database.execute(
                "INSERT INTO exdate.distribution (symbol, ex_date, kind, nth, amount, source, reason, in_favour,"
                        + " against, confidence) VALUES ('ZZTA', '" + TODAY.minusDays(20)
                        + "', 'long-term-gain', 0, 0.7, 'cboe', 'only-one', 1, 0, 1)");
        assertThat(figures(FORWARD)).as("income and gain on one day").isEqualTo("Quarterly|0.04");
    }

    @Test
    void aVariablePayerIsMarkedAndItsForwardYieldIsWhatWasPaid() throws Exception {
        prices(TODAY.minusDays(800), "50");
        for (int i = 0; i < 16; i++) {
            dividend(TODAY.minusDays(5 + 30L * i), i % 2 == 0 ? "0.3" : "0.5");
        }
        assertThat(figures("variable_payer, trim_scale(dividends_ttm), " + FORWARD))
                .isEqualTo("t|4.8|Monthly|0.096");
        database.execute("UPDATE raw_dividends SET amount = CASE WHEN ex_date > '" + TODAY.minusDays(100)
                + "' THEN 0.5 ELSE 0.4 END");
        assertThat(figures("variable_payer, " + FORWARD)).as("a raise").isEqualTo("f|Monthly|0.12");
    }

    @Test
    void aDeclaredZeroCounts() throws Exception {
        prices(TODAY.minusDays(800), "50");
        for (int quarter = 1; quarter < 8; quarter++) {
            dividend(TODAY.minusDays(10 + 91L * quarter), "0.5");
        }
        database.execute(
                "INSERT INTO exdate.distribution (symbol, ex_date, kind, nth, amount, source, reason, in_favour,"
                        + " against, confidence) VALUES ('ZZTA', '" + TODAY.minusDays(10)
                        + "', 'zero', 0, 0, 'yieldmax', 'only-one', 1, 0, 1)");
        assertThat(figures("trim_scale(dividends_ttm), trim_scale(last_dividend_amount), " + FORWARD))
                .isEqualTo("1.5|0.5|Quarterly|0");
    }

    /** A halted share, whose last price is of weeks ago. */
    @Test
    void theYearEndsOnThePricesDay() throws Exception {
        prices(TODAY.minusDays(800), "50");
        database.execute("DELETE FROM raw_stock_prices WHERE date > '" + TODAY.minusDays(40) + "'");
        LocalDate last = LocalDate.parse(database.value("SELECT max(date) FROM raw_stock_prices"));
        dividend(last.plusDays(1), "7");
        dividend(last, "1");
        dividend(last.minusDays(364), "2");
        dividend(last.minusDays(365), "4");
        assertThat(figures("price_date, trim_scale(dividends_ttm)")).isEqualTo(last + "|3");
    }

    @Test
    void aFundOf148DaysIsAnnualisedOnceAndSaysSo() throws Exception {
        price(TODAY.minusDays(148), "52.82", "40.22");
        price(TODAY.minusDays(74), "60", "58");
        price(TODAY, "78.00", "78.00");
        // 78 / 40.22 is a return of 93.93 % in 148 days: 1.9393 ^ (365 / 148) - 1 = 4.12.
        assertThat(figures("ttm_projected, round(total_return_ttm, 2)")).isEqualTo("t|4.12");
    }

    @Test
    void aHoleOf1121DaysLeavesTheReturnUnknown() throws Exception {
        price(TODAY.minusDays(1121), "10", "10");
        price(TODAY, "20", "20");
        assertThat(figures("coalesce(price_change_ttm::text, 'none'), coalesce(total_return_ttm::text, 'none')"))
                .isEqualTo("none|none");
    }

    @Test
    void theYearToDateBeginsAtTheLastCloseOfTheOldYear() throws Exception {
        prices(TODAY.minusDays(320), "10");
        price(LocalDate.of(2025, 12, 31), "8", "8");
        assertThat(figures("trim_scale(price_change_ytd)")).isEqualTo("0.25");
    }

    @Test
    void aSecondComputationChangesNothing() throws Exception {
        prices(TODAY.minusDays(800), "50");
        dividend(TODAY.minusDays(10), "0.5");
        assertThat(new FigureStore(database).update(TODAY, Set.of())).isEqualTo(1);
        assertThat(new FigureStore(database).update(TODAY, Set.of())).isZero();
    }
}
