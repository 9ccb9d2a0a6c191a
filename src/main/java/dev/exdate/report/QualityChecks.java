package dev.exdate.report;

import static dev.exdate.report.Finding.Code.COMPANY_DATA;
import static dev.exdate.report.Finding.Code.DUPLICATES;
import static dev.exdate.report.Finding.Code.FRESHNESS;
import static dev.exdate.report.Finding.Code.PRICE_COVERAGE;
import static dev.exdate.report.Finding.Code.PRICE_ROWS;
import static dev.exdate.report.Finding.Code.RECENT_ACTIVITY;
import static dev.exdate.report.Finding.Level.CRITICAL;
import static dev.exdate.report.Finding.Level.GOOD;
import static dev.exdate.report.Finding.Level.WARNING;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The six checks of the old run. Freshness and activity are judged from the run's own start and from trading days, so
 * that a weekend or a second run on the same day raises no alarm.
 */
final class QualityChecks {
    private static final long MANY_PRICE_ROWS = 50_000_000;
    private static final long USUAL_ACTIVITY = 100;

    private QualityChecks() {}

    static List<Finding> of(DatabaseStatus status, Activity activity) {
        if (status.symbols() == 0) {
            // Of nothing, all is well and fresh.
            return List.of(coverage(0, 0));
        }
        List<Finding> findings = new ArrayList<>(List.of(
                coverage(status.withPrice(), status.symbols()),
                freshness(activity.stale(), activity.active()),
                duplicates(status.duplicates()),
                companies(status.withCompany(), status.symbols()),
                recentActivity(activity.refreshed(), activity.asked())));
        long rows = status.priceRows().rows();
        if (rows > MANY_PRICE_ROWS) {
            findings.add(new Finding(PRICE_ROWS, WARNING, Map.of("rows", rows)));
        }
        return List.copyOf(findings);
    }

    private static Finding coverage(long withPrice, long symbols) {
        Finding.Level level = under(50, withPrice, symbols) ? CRITICAL : under(80, withPrice, symbols) ? WARNING : GOOD;
        return new Finding(PRICE_COVERAGE, level, Map.of("withPrice", withPrice, "symbols", symbols));
    }

    private static Finding freshness(long stale, long active) {
        Finding.Level level = over(50, stale, active) ? CRITICAL : over(20, stale, active) ? WARNING : GOOD;
        return new Finding(FRESHNESS, level, Map.of("stale", stale, "active", active));
    }

    private static Finding duplicates(long duplicates) {
        return new Finding(DUPLICATES, duplicates > 0 ? WARNING : GOOD, Map.of("duplicates", duplicates));
    }

    private static Finding companies(long withCompany, long symbols) {
        long missing = symbols - withCompany;
        return new Finding(
                COMPANY_DATA,
                over(50, missing, symbols) ? WARNING : GOOD,
                Map.of("missing", missing, "symbols", symbols));
    }

    private static Finding recentActivity(long refreshed, long asked) {
        Finding.Level level =
                asked > 0 && refreshed == 0 ? CRITICAL : refreshed < Math.min(USUAL_ACTIVITY, asked) ? WARNING : GOOD;
        return new Finding(RECENT_ACTIVITY, level, Map.of("refreshed", refreshed, "asked", asked));
    }

    /** Judged by the rounded share, which people see. */
    private static boolean under(int percent, long part, long whole) {
        return Figures.share(part, whole).compareTo(BigDecimal.valueOf(percent)) < 0;
    }

    private static boolean over(int percent, long part, long whole) {
        return Figures.share(part, whole).compareTo(BigDecimal.valueOf(percent)) > 0;
    }
}
