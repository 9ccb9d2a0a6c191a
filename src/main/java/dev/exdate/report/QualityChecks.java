package dev.exdate.report;

import static dev.exdate.report.Finding.Level.CRITICAL;
import static dev.exdate.report.Finding.Level.GOOD;
import static dev.exdate.report.Finding.Level.WARNING;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The six checks of the old run with their texts. Freshness and activity are told from the run's own start and from
 * trading days, so that a weekend or a second run of a day, for which nothing is due, raises no alarm.
 */
final class QualityChecks {
    private static final long MANY_PRICE_ROWS = 50_000_000;
    private static final long USUAL_ACTIVITY = 100;

    private QualityChecks() {}

    static List<Finding> of(DatabaseStatus status, Activity activity) {
        List<Finding> findings = new ArrayList<>(List.of(
                coverage(status),
                freshness(activity),
                duplicates(status),
                companies(status),
                recentActivity(activity)));
        if (status.priceRows().rows() > MANY_PRICE_ROWS) {
            findings.add(new Finding(
                    WARNING,
                    "🟡 WARNING: Price table has " + status.priceRows().shown() + " records",
                    "RECOMMENDED: Consider archiving old price data"));
        }
        return List.copyOf(findings);
    }

    private static Finding coverage(DatabaseStatus status) {
        String percent = Figures.percent(status.withPrice(), status.symbols());
        BigDecimal share = Figures.share(status.withPrice(), status.symbols());
        if (share.compareTo(BigDecimal.valueOf(50)) < 0) {
            return new Finding(
                    CRITICAL,
                    "🔴 CRITICAL: Price data coverage critically low: " + percent,
                    "ACTION REQUIRED: Investigate price fetching process");
        }
        if (share.compareTo(BigDecimal.valueOf(80)) < 0) {
            return new Finding(
                    WARNING,
                    "🟡 WARNING: Price data coverage below target: " + percent,
                    "RECOMMENDED: Review failed price updates");
        }
        return new Finding(GOOD, "✅ Price data coverage: " + percent, "");
    }

    private static Finding freshness(Activity activity) {
        BigDecimal share = Figures.share(activity.stale(), activity.active());
        String percent = share.toPlainString() + "%";
        if (share.compareTo(BigDecimal.valueOf(50)) > 0) {
            return new Finding(
                    CRITICAL,
                    "🔴 CRITICAL: " + percent + " of symbols not updated in 48+ hours",
                    "ACTION REQUIRED: Check if daily updates are running");
        }
        if (share.compareTo(BigDecimal.valueOf(20)) > 0) {
            return new Finding(
                    WARNING,
                    "🟡 WARNING: " + percent + " of symbols stale (48+ hours old)",
                    "RECOMMENDED: Review update frequency");
        }
        String fresh = Figures.percent(activity.active() - activity.stale(), activity.active());
        return new Finding(GOOD, "✅ Data freshness: " + fresh + " updated in last 48h", "");
    }

    private static Finding duplicates(DatabaseStatus status) {
        if (status.duplicates() > 0) {
            return new Finding(
                    WARNING,
                    "🟡 WARNING: " + Figures.count(status.duplicates()) + " duplicate symbol(s) detected",
                    "RECOMMENDED: Run deduplication script");
        }
        return new Finding(GOOD, "✅ No duplicate symbols detected", "");
    }

    private static Finding companies(DatabaseStatus status) {
        long missing = status.symbols() - status.withCompany();
        String percent = Figures.percent(missing, status.symbols());
        if (Figures.share(missing, status.symbols()).compareTo(BigDecimal.valueOf(50)) > 0) {
            return new Finding(
                    WARNING,
                    "🟡 WARNING: " + percent + " of symbols missing company data",
                    "RECOMMENDED: Run company data refresh more frequently");
        }
        if (missing > 0) {
            return new Finding(
                    GOOD,
                    "ℹ️  INFO: " + Figures.count(missing) + " symbols without company data (" + percent + ")",
                    "");
        }
        return new Finding(GOOD, "✅ All symbols have company data", "");
    }

    private static Finding recentActivity(Activity activity) {
        if (activity.asked() > 0 && activity.refreshed() == 0) {
            return new Finding(
                    CRITICAL,
                    "🔴 CRITICAL: No symbols updated in last 2 hours",
                    "ACTION REQUIRED: Check if update script is running");
        }
        if (activity.refreshed() < Math.min(USUAL_ACTIVITY, activity.asked())) {
            return new Finding(
                    WARNING,
                    "🟡 WARNING: Only " + activity.refreshed() + " symbols updated in last 2 hours",
                    "RECOMMENDED: Investigate slow update process");
        }
        return new Finding(
                GOOD, "✅ Recent activity: " + Figures.count(activity.refreshed()) + " symbols updated in last 2h", "");
    }
}
