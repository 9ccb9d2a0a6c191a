package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 1, 20);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 16);

    @Test
    void saysHowManyRowsCameAndWentSinceYesterday() {
        Comparison comparison = new Comparison(
                manifest(
                        "2026-01-21T03:00:00Z",
                        1000,
                        "raw_stocks",
                        990L,
                        "raw_dividends",
                        5L,
                        "raw_stock_prices",
                        1234567L),
                TUESDAY,
                manifest("2026-01-20T03:00:00Z", 1000, "raw_stocks", 1000L, "raw_dividends", 5L),
                TUESDAY.minusDays(1));

        assertThat(comparison.counts())
                .containsExactly(
                        "   📋 raw_stock_prices: 1,234,567 rows",
                        "   📋 raw_dividends: 5 rows (no change)",
                        "   📋 raw_stocks: 990 rows (-10 since yesterday)");
    }

    @Test
    void aLossOfMoreThanAThousandRowsIsAnAlarm() {
        Comparison comparison = new Comparison(
                manifest("2026-01-21T03:00:00Z", 1000, "raw_dividends", 8_999L, "raw_stocks", 9_000L),
                TUESDAY,
                manifest("2026-01-20T03:00:00Z", 1000, "raw_dividends", 10_000L, "raw_stocks", 10_000L),
                FRIDAY);

        assertThat(comparison.alarms()).containsExactly("🔴 CRITICAL: raw_dividends lost 1,001 rows since 2026-01-16");
    }

    @Test
    void futureDividendsThatMovedToTheirHistoryAreNotLost() {
        Manifest before = manifest("2026-01-20T03:00:00Z", 1000, "raw_future_dividends", 9_000L);
        Manifest now = manifest("2026-01-21T03:00:00Z", 1000, "raw_future_dividends", 3_000L);
        assertThat(new Comparison(now, TUESDAY, before, FRIDAY).alarms()).hasSize(1);

        TreeMap<String, Long> tables = new TreeMap<>(now.tables());
        tables.put("exdate.future_dividend_history", 6_000L);
        Manifest moved = new Manifest(
                now.database(),
                now.takenAt(),
                now.marketDay(),
                now.versions(),
                now.ended(),
                new Contents(tables, new TreeMap<>()),
                now.purpose(),
                now.proof(),
                now.dump(),
                now.schema());
        assertThat(new Comparison(moved, TUESDAY, before, FRIDAY).alarms()).isEmpty();
    }

    @Test
    void noNewPricesIsCriticalOnlyWhenTheMarketHasTradedSince() {
        Manifest fridayNight = manifest("2026-01-17T03:00:00Z", 1000, "raw_stock_prices", 100L);
        Manifest holidayNight = manifest("2026-01-20T03:00:00Z", 1000, "raw_stock_prices", 100L);
        Manifest tuesdayNight = manifest("2026-01-21T03:00:00Z", 1000, "raw_stock_prices", 100L);

        assertThat(new Comparison(holidayNight, TUESDAY.minusDays(1), fridayNight, FRIDAY).remarks())
                .as("weekend and the holiday of January 19th")
                .containsExactly("✅ Backup file size normal (100% vs 2026-01-16)");
        assertThat(new Comparison(tuesdayNight, TUESDAY, fridayNight, FRIDAY).remarks())
                .contains(
                        "🔴 CRITICAL: No new price records since 2026-01-16, although the market traded on 2026-01-20");
    }

    @Test
    void aFifthSmallerIsAnAlarmAndHalfLargerAWarning() {
        Manifest before = manifest("2026-01-20T03:00:00Z", 1000);
        Comparison smaller =
                new Comparison(manifest("2026-01-21T03:00:00Z", 799), TUESDAY, before, TUESDAY.minusDays(1));
        Comparison larger =
                new Comparison(manifest("2026-01-21T03:00:00Z", 1501), TUESDAY, before, TUESDAY.minusDays(1));

        assertThat(smaller.alarms()).containsExactly("🔴 CRITICAL: Backup file 20%+ smaller than yesterday");
        assertThat(larger.alarms()).isEmpty();
        assertThat(larger.remarks()).contains("🟡 WARNING: Backup file 50%+ larger than yesterday");
    }

    @Test
    void theFirstBackupIsComparedWithNothing() {
        Comparison first = new Comparison(manifest("2026-01-21T03:00:00Z", 1, "raw_stocks", 1L), TUESDAY, null, null);

        assertThat(first.counts()).containsExactly("   📋 raw_stocks: 1 rows");
        assertThat(first.alarms()).isEmpty();
        assertThat(first.remarks()).containsExactly("ℹ️  INFO: No earlier backup to compare with");
    }

    private static Manifest manifest(String takenAt, long size, Object... tables) {
        TreeMap<String, Long> rows = new TreeMap<>(Map.of());
        for (int i = 0; i < tables.length; i += 2) {
            rows.put("public." + tables[i], (Long) tables[i + 1]);
        }
        return new Manifest(
                "stocks",
                Instant.parse(takenAt),
                TUESDAY,
                new Manifest.Versions("1", "15.1", "15.1", "7"),
                List.of(),
                new Contents(rows, new TreeMap<>()),
                Manifest.Purpose.BACKUP,
                Proof.NONE,
                new Manifest.DumpFile("dump", size, ""),
                new Manifest.DumpFile("schema", size, ""));
    }
}
