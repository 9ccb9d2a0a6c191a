package dev.exdate.backup;

import dev.exdate.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed since the backup of an earlier day, in the log's words. */
final class Comparison {
    private static final List<String> MAIN_TABLES = List.of(
            "public.raw_stock_prices",
            "public.raw_dividends",
            "public.raw_stocks",
            "public.raw_future_dividends",
            "public.raw_excluded_symbols");

    /** These tables lose rows in normal operation. */
    private static final Set<String> MAY_SHRINK =
            Set.of("public.raw_excluded_symbols", "public.raw_stocks_excluded", "public.raw_data_source_tracking");

    private static final String FUTURE = "public.raw_future_dividends";
    private static final String FUTURE_HISTORY = "exdate.future_dividend_history";
    private static final long NOTABLE_ROWS = 1_000;

    /** The sources have all prices of a session only some time after its end. */
    private static final Duration SETTLING = Duration.ofHours(4);

    private final TradingCalendar calendar = new TradingCalendar();
    private final Manifest now;
    private final @Nullable Manifest before;
    private final LocalDate today;
    private final @Nullable LocalDate then;

    /**
     * @param today local day of this backup
     * @param then local day of the earlier one
     */
    Comparison(Manifest now, LocalDate today, @Nullable Manifest before, @Nullable LocalDate then) {
        this.now = now;
        this.before = before;
        this.today = today;
        this.then = then;
    }

    /** One line for each of the five most watched tables. */
    List<String> counts() {
        List<String> names = new ArrayList<>();
        MAIN_TABLES.stream().filter(now.tables()::containsKey).forEach(names::add);
        now.tables().keySet().stream()
                .filter(name -> name.startsWith("public.") && !names.contains(name))
                .forEach(names::add);
        return names.stream()
                .map(name -> "   📋 %s: %s rows%s".formatted(shortName(name), number(rows(now, name)), change(name)))
                .toList();
    }

    private String change(String name) {
        if (before == null || !before.tables().containsKey(name)) {
            return "";
        }
        long difference = rows(now, name) - rows(before, name);
        return difference == 0
                ? " (no change)"
                : " (%s%s since %s)".formatted(difference > 0 ? "+" : "-", number(Math.abs(difference)), since());
    }

    private String since() {
        return then == null || then.plusDays(1).equals(today) ? "yesterday" : then.toString();
    }

    /** Findings that fail the backup: the files are good, but the data may not be. */
    List<String> alarms() {
        List<String> found = new ArrayList<>();
        if (before == null) {
            return found;
        }
        for (String name : before.tables().keySet()) {
            long lost = rows(before, name) - rows(now, name);
            if (name.equals(FUTURE)) {
                lost -= rows(now, FUTURE_HISTORY) - rows(before, FUTURE_HISTORY);
            }
            if (name.startsWith("public.") && !MAY_SHRINK.contains(name) && lost > NOTABLE_ROWS) {
                found.add("🔴 CRITICAL: %s lost %s rows since %s".formatted(shortName(name), number(lost), since()));
            }
        }
        if (now.dump().size() * 5 < before.dump().size() * 4) {
            found.add("🔴 CRITICAL: Backup file 20%+ smaller than " + since());
        }
        return found;
    }

    /** Remarks that do not fail the backup. */
    List<String> remarks() {
        List<String> found = new ArrayList<>();
        if (before == null) {
            return List.of("ℹ️  INFO: No earlier backup to compare with");
        }
        long grown = rows(now, "public.raw_stocks") - rows(before, "public.raw_stocks");
        if (grown > NOTABLE_ROWS) {
            found.add("🟡 WARNING: raw_stocks grew by %s symbols (unusual daily growth)".formatted(number(grown)));
        }
        long prices = rows(now, "public.raw_stock_prices") - rows(before, "public.raw_stock_prices");
        LocalDate session = lastSettledSession(now.takenAt());
        if (prices == 0 && calendar.close(session).plus(SETTLING).isAfter(before.takenAt())) {
            found.add("🔴 CRITICAL: No new price records since %s, although the market traded on %s"
                    .formatted(since(), session));
        }
        if (now.dump().size() * 2 > before.dump().size() * 3) {
            found.add("🟡 WARNING: Backup file 50%+ larger than " + since());
        } else if (now.dump().size() * 5 >= before.dump().size() * 4
                && before.dump().size() > 0) {
            found.add("✅ Backup file size normal (%d%% vs %s)"
                    .formatted(now.dump().size() * 100 / before.dump().size(), since()));
        }
        return found;
    }

    private LocalDate lastSettledSession(Instant at) {
        LocalDate day = at.atZone(TradingCalendar.NEW_YORK).toLocalDate();
        boolean settled = calendar.isTradingDay(day)
                && !calendar.close(day).plus(SETTLING).isAfter(at);
        return settled ? day : calendar.previousTradingDay(day);
    }

    private static long rows(Manifest manifest, String table) {
        return manifest.tables().getOrDefault(table, 0L);
    }

    private static String shortName(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    static String number(long rows) {
        return String.format(Locale.US, "%,d", rows);
    }
}
