package dev.exdate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each threshold from both sides, and the words that people grep. */
class QualityChecksTest {
    private static DatabaseStatus status(long symbols, long withPrice, long withCompany, long duplicates, long rows) {
        return new DatabaseStatus(
                symbols,
                withPrice,
                0,
                withCompany,
                0,
                0,
                0,
                0,
                0,
                duplicates,
                RowCount.exact(rows),
                RowCount.exact(0),
                0,
                0,
                List.of());
    }

    private static List<String> found(Finding.Code code, DatabaseStatus status, Activity activity) {
        return QualityChecks.of(status, activity).stream()
                .filter(finding -> finding.code() == code)
                .flatMap(finding -> FindingText.lines(finding).stream())
                .toList();
    }

    private static void check(List<String> lines, String text, @Nullable String action) {
        assertThat(lines).first().isEqualTo(text);
        if (action == null) {
            assertThat(lines).hasSize(1);
        } else {
            assertThat(lines).containsExactly(text, "   " + action);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000 |    0 | 🔴 CRITICAL: Price data coverage critically low: 0.0%  | ACTION REQUIRED: See why the update has no prices: `exdate report --all`
            1000 |  499 | 🔴 CRITICAL: Price data coverage critically low: 49.9% | ACTION REQUIRED: See why the update has no prices: `exdate report --all`
            1000 |  500 | 🟡 WARNING: Price data coverage below target: 50.0%    | RECOMMENDED: See the update's failures in `exdate report --all`
            1000 |  799 | 🟡 WARNING: Price data coverage below target: 79.9%    | RECOMMENDED: See the update's failures in `exdate report --all`
            1000 |  800 | ✅ Price data coverage: 80.0%                          |
            1000 | 1000 | ✅ Price data coverage: 100.0%                         |
               0 |    0 | 🔴 CRITICAL: Price data coverage critically low: 0.0%  | ACTION REQUIRED: Load the symbols first: `exdate discover`
            """)
    void priceCoverage(long symbols, long withPrice, String text, @Nullable String action) {
        check(
                found(Finding.Code.PRICE_COVERAGE, status(symbols, withPrice, 0, 0, 0), new Activity(0, 0, 0, 0)),
                text,
                action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000 | 1000 | 🔴 CRITICAL: 100.0% of symbols not updated in 48+ hours | ACTION REQUIRED: Check the schedule; `exdate history` lists the runs
            1000 |  501 | 🔴 CRITICAL: 50.1% of symbols not updated in 48+ hours  | ACTION REQUIRED: Check the schedule; `exdate history` lists the runs
            1000 |  500 | 🟡 WARNING: 50.0% of symbols stale (48+ hours old)      | RECOMMENDED: Check the schedule; `exdate history` lists the runs
            1000 |  201 | 🟡 WARNING: 20.1% of symbols stale (48+ hours old)      | RECOMMENDED: Check the schedule; `exdate history` lists the runs
            1000 |  200 | ✅ Data freshness: 80.0% updated in last 48h            |
            1000 |    0 | ✅ Data freshness: 100.0% updated in last 48h           |
               0 |    0 | ✅ Data freshness: 0.0% updated in last 48h             |
            """)
    void freshness(long active, long stale, String text, @Nullable String action) {
        check(found(Finding.Code.FRESHNESS, status(1000, 0, 0, 0, 0), new Activity(0, 0, stale, active)), text, action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
               0 | ✅ No duplicate symbols detected                  |
               1 | 🟡 WARNING: 1 duplicate symbol(s) detected        | RECOMMENDED: Delete the duplicate rows in raw_stocks
            1234 | 🟡 WARNING: 1,234 duplicate symbol(s) detected    | RECOMMENDED: Delete the duplicate rows in raw_stocks
            """)
    void duplicates(long duplicates, String text, @Nullable String action) {
        check(
                found(Finding.Code.DUPLICATES, status(5000, 0, 0, duplicates, 0), new Activity(0, 0, 0, 0)),
                text,
                action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000 |  499 | 🟡 WARNING: 50.1% of symbols missing company data | RECOMMENDED: Run `exdate companies --limit 1000`
            1000 |  500 | ℹ️  INFO: 500 symbols without company data (50.0%) |
            1000 |  999 | ℹ️  INFO: 1 symbols without company data (0.1%)    |
            1000 | 1000 | ✅ All symbols have company data                  |
            """)
    void companyData(long symbols, long withCompany, String text, @Nullable String action) {
        check(
                found(Finding.Code.COMPANY_DATA, status(symbols, 0, withCompany, 0, 0), new Activity(0, 0, 0, 0)),
                text,
                action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
               0 |    0 | ✅ Recent activity: 0 symbols updated in last 2h         |
            5000 |    0 | 🔴 CRITICAL: No symbols updated in last 2 hours          | ACTION REQUIRED: See why the update read nothing: `exdate report --all`
            5000 |   99 | 🟡 WARNING: Only 99 symbols updated in last 2 hours      | RECOMMENDED: See the update's failures in `exdate report --all`
            5000 |  100 | ✅ Recent activity: 100 symbols updated in last 2h       |
              24 |   23 | 🟡 WARNING: Only 23 symbols updated in last 2 hours      | RECOMMENDED: See the update's failures in `exdate report --all`
              24 |   24 | ✅ Recent activity: 24 symbols updated in last 2h        |
            """)
    void recentActivity(long asked, long refreshed, String text, @Nullable String action) {
        check(
                found(Finding.Code.RECENT_ACTIVITY, status(1000, 0, 0, 0, 0), new Activity(asked, refreshed, 0, 0)),
                text,
                action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50000001 | 🟡 WARNING: Price table has 50,000,001 records | RECOMMENDED: Consider archiving old price data
            """)
    void manyPriceRows(long rows, String text, @Nullable String action) {
        check(found(Finding.Code.PRICE_ROWS, status(1000, 0, 0, 0, rows), new Activity(0, 0, 0, 0)), text, action);
        assertThat(found(Finding.Code.PRICE_ROWS, status(1000, 0, 0, 0, rows - 1), new Activity(0, 0, 0, 0)))
                .isEmpty();
    }
}
