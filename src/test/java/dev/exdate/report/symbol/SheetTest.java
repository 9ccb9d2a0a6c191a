package dev.exdate.report.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 1, 10);

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void fill() {
        database.execute("""
                INSERT INTO raw_stocks (symbol, company, exchange, type, investment_strategy, price, price_date,
                                        dividend_yield, dividends_ttm, forward_yield, frequency, holdings)
                VALUES ('ZZTY', 'An Issuer''s Very Long Name That Does Not Fit Into the Eighty Columns of a Terminal ETF',
                        'NYSE', 'etf', 'Synthetic Covered Call', 20.5, '2021-01-09', 0.843, 17.2815, 0.912345, 'Weekly',
                        '[{"asset": "ZZT", "name": "Example Inc.", "weightPercentage": 12.345},
                          {"asset": "", "name": "Cash", "weightPercentage": 80}]');
                INSERT INTO raw_stocks (symbol) VALUES ('ZZTZ');
                INSERT INTO raw_stock_prices (symbol, date, price, close) VALUES
                    ('ZZTY', '2020-12-30', 40, 40), ('ZZTY', '2021-01-09', 20.5, 20.5);
                INSERT INTO raw_stock_splits (symbol, split_date, numerator, denominator)
                VALUES ('ZZTY', '2021-01-02', 2.0, 1);
                INSERT INTO exdate.distribution (symbol, ex_date, kind, nth, amount, payment_date, source, reason,
                                                 in_favour, against, confidence, valid_from, valid_to) VALUES
                    ('ZZTY', '2021-01-14', 'regular', 0, 0.3100, NULL, 'cboe', 'only-one', 1, 0, 0.998, '2021-01-09', 'infinity'),
                    ('ZZTY', '2021-01-07', 'regular', 0, 0.3345, '2021-01-08', 'yieldmax', 'authority', 2, 1, 0.9994,
                     '2021-01-07', 'infinity'),
                    ('ZZTY', '2020-12-29', 'short-term-gain', 0, 1.2, '2020-12-31', 'globenewswire', 'all-agree', 2, 0, 0.9999,
                     '2020-12-29', '2021-01-05'),
                    ('ZZTY', '2020-12-29', 'short-term-gain', 0, 1.4, '2020-12-31', 'globenewswire', 'all-agree', 2, 0, 0.9999,
                     '2021-01-05', 'infinity');
                INSERT INTO exdate.finding (code, symbol, day, field, said, believed, reason, first_seen) VALUES
                    ('amount-conflict', 'ZZTY', '2021-01-07', 'amount',
                     '[{"source": "yieldmax", "value": "0.3345"}, {"source": "yahoo", "value": "0.36"}]', '0.3345',
                     'authority', '2021-01-07');
                INSERT INTO exdate.freshness (symbol, kind, last_attempt_at, last_success_at, last_outcome, source) VALUES
                    ('ZZTY', 'dividends', '2021-01-09 18:10-05', '2021-01-08 18:10-05', 'failed', 'yahoo'),
                    ('ZZTY', 'prices', '2021-01-09 18:10-05', '2021-01-09 18:10-05', 'data', 'yahoo');
                """);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SymbolSheet sheet(String symbol, @Nullable LocalDate asOf) throws Exception {
        return database.reading(handle -> new SheetReader(handle, TODAY, asOf).read(symbol))
                .orElseThrow();
    }

    @Test
    void allOfASymbolFitsOnAScreenOf80Columns() throws Exception {
        List<String> lines = new SheetText(sheet("ZZTY", null)).lines();
        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(String.join("\n", lines)).isEqualTo("""
                ZZTY  An Issuer's Very Long Name That Does Not Fit Into the Eighty Columns of a…
                NYSE, etf, Synthetic Covered Call

                Price           20.5 USD on 2021-01-09
                Trailing yield  84.30 %  (paid in 365 days: 17.2815 USD)
                Forward yield   91.23 %  (last regular payment, all year)
                Issuer's yield  not stated
                ROC             not stated
                Rhythm          Weekly

                Next distributions
                  Ex-date    Paid           Amount  Kind              Source        Confidence
                  2021-01-14 -                0.31  regular           cboe          0.998

                Last distributions
                  Ex-date    Paid           Amount  Kind              Source        Confidence
                  2021-01-07 2021-01-08     0.3345  regular           yieldmax      0.9994
                  2020-12-29 2020-12-31        1.4  short-term-gain   globenewswire 0.9999

                Splits
                  2021-01-02  2 for 1

                Top holdings
                   80.00 %            Cash
                   12.35 %  ZZT       Example Inc.

                Open findings
                  2021-01-07  amount-conflict  amount: yieldmax 0.3345, yahoo 0.36; believed:
                      0.3345 (authority)

                Read
                  prices     2021-01-09 18:10 ET  yahoo
                  dividends  2021-01-08 18:10 ET  yahoo; the last attempt failed""");
    }

    @Test
    void ofAPastDayItSaysWhatWasBelievedThen() throws Exception {
        SymbolSheet then = sheet("ZZTY", LocalDate.of(2020, 12, 31));
        assertThat(then.next()).isEmpty();
        assertThat(then.last())
                .extracting(paid -> paid.amount().toPlainString())
                .containsExactly("1.2");
        assertThat(then.splits()).isEmpty();
        assertThat(then.findings()).isEmpty();
        assertThat(then.yields().price()).isEqualByComparingTo("40");
        // The stored price is adjusted for the later split: so is what was paid.
        assertThat(then.yields().trailing()).isEqualByComparingTo("0.015");
        assertThat(new SheetText(then).lines())
                .contains("As believed at the end of 2020-12-31 (New York)", "Forward yield   not kept for past days");
    }

    @Test
    void whatIsUnknownIsSaidAndNullInJson() throws Exception {
        SymbolSheet bare = sheet("ZZTZ", null);
        assertThat(new SheetText(bare).lines())
                .contains("ZZTZ", "Price           unknown", "Trailing yield  unknown", "Last distributions: none");
        assertThat(SheetJson.of(bare).toString())
                .startsWith("{\"symbol\":\"ZZTZ\",\"name\":\"\",")
                .contains("\"price\":{\"close\":null,\"day\":null}", "\"last\":[]", "\"rhythm\":null");
        assertThat(SheetJson.of(sheet("ZZTY", null)).toString())
                .contains(
                        "\"yields\":{\"trailing\":0.843,\"trailingProjected\":false,\"paidIn365Days\":17.2815,"
                                + "\"forward\":0.912345,\"issuer\":{}}",
                        "{\"exDate\":\"2021-01-14\",\"payDate\":null,\"amount\":0.31,\"kind\":\"regular\","
                                + "\"source\":\"cboe\",\"reason\":\"only-one\",\"confidence\":0.998}",
                        "\"findings\":[{\"code\":\"amount-conflict\"");
    }
}
