package dev.exdate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that people grep, in the order of a run in which all went well, as the run's log must have them. {@code T} is a
 * time stamp, {@code N} a number with commas, {@code P} per cent with one decimal, {@code K} seconds, {@code *} anything.
 */
public final class RunLogWords {
    private static final String LINES = """
            =81
            🚀 DAILY STOCK DATA UPDATE V3 (PARALLEL) STARTED: *
            =81
            T Process ID: N
            T 🕐 Checking market hours...
            Market Status: *
            Current Time: *
            * Recommendation: *
            T 🔍 Verifying database connectivity...
            ✅ Connected to database *
            T ✅ Database is accessible
            T 📊 BEFORE STATE SNAPSHOT
            Total symbols: N
            Symbols with prices: N
            Symbols with dividends: N
            T 🔍 STEP 1: Symbol Discovery (Weekly)
            T 📝 Command: *
            T ✅ Discovery completed
            T 📈 DISCOVERY METRICS:
              🆕 New symbols discovered: N
                 - stock: N
              📋 Sample new symbols: *
            T 🏷️  STEP 1b: Classify New ETFs
            T ✅ ETF classification completed
            T 🔄 PHASE 1: PARALLEL WEB SCRAPING
            T Running 5 scrapers in parallel...
            T 📰 Starting YieldMax scraper...
            T 📊 Starting CBOE scraper...
            T 📈 Starting NASDAQ scraper...
            T 🏛️  Starting NYSE scraper...
            T ⛄ Starting Snowball scraper...
            T ⏳ Waiting for all scrapers to complete...
            T ✅ All scrapers completed in Ks
            T 📊 SCRAPER RESULTS:
            T   ✅ YieldMax: Success
            T   ✅ CBOE: Success
            T   ✅ NASDAQ: Success
            T   ✅ NYSE: Success
            T   ✅ Snowball: Success
            T 💰 STEP 2: Main Data Update (Prices, Dividends, Companies)
            T ✅ Data update completed in Ks
            T 📊 UPDATE METRICS:
              💰 Price records updated: N
              📈 Symbols with new prices: N
              💵 Symbols with dividend updates: N
              🏆 Top 5 dividend yields updated:
                 - *: N.KK%
              🏢 Company info updated: N
              📜 Historical dividend records: N

              📊 Current Database Totals:
                 Total symbols: N
                 With prices: N (P)
                 With dividends: N (P)
            T 🔄 PHASE 2: PARALLEL POST-UPDATE TASKS
            T Running 4 tasks in parallel...
            T 🏢 Starting company data refresh...
            T 📊 Starting ETF holdings update...
            T 🔮 Starting future dividends update...
            T 💾 Starting database backup...
            T ⏳ Waiting for all tasks to complete...
            T ✅ All tasks completed in Ks
            T 📊 TASK RESULTS:
            T   ✅ Company refresh: Success
            T   ✅ ETF holdings: Success
            T   ✅ Future dividends: Success
            T   ✅ Database backup: Success
            T 📊 FINAL DATABASE STATUS REPORT
            =60
            📈 Total symbols in database: N

            📊 DATA COMPLETENESS:
              💰 Symbols with prices: N (P)
              💵 Symbols with dividend data: N (P)
              🏢 Symbols with company info: N (P)
              🏭 Symbols with sector data: N (P)
              📊 ETFs with holdings: N

            🏷️  BREAKDOWN BY TYPE:
              📈 Stocks: N
              📊 ETFs: N
              🏛️  Trusts: N

            📜 HISTORICAL RECORDS:
              💰 Price records: N
              💵 Dividend records: N
              📅 Future dividend records: N

            ❌ Excluded symbols: N

            🏆 TOP 10 DIVIDEND YIELDERS:
               1. *
              10. *
            T 🔍 ERROR DETECTION & DATA QUALITY CHECKS
            =60
            ✅ Price data coverage: P
            ✅ Data freshness: P updated in last 48h
            ✅ No duplicate symbols detected
            ✅ Recent activity: N symbols updated in last 2h
            =60
            T ⏱️  EXECUTION SUMMARY
            =60
            T Total execution time: Km Ks
            T Completion time: *
            T ⚡ PERFORMANCE BREAKDOWN:
            T   Phase 1 (Parallel Scrapers): Ks
            T   Step 2 (Main Update): Ks
            T   Phase 2 (Parallel Post-Tasks): Ks
            T 🎉 DAILY UPDATE COMPLETED SUCCESSFULLY
            =81
            T 📝 Log saved to: *
            T 🧹 Cleaning up old log files...
            T ✅ No old logs to clean up
            """;

    private static final String NUMBER = Matcher.quoteReplacement("\\E\\d{1,3}(?:,?\\d{3})*\\Q");
    private static final String PER_CENT = Matcher.quoteReplacement("\\E\\d+\\.\\d%\\Q");
    private static final String DIGITS = Matcher.quoteReplacement("\\E\\d+\\Q");

    private RunLogWords() {}

    /** The day's run log in this folder has them all. */
    public static void check(Path logs) throws IOException {
        Path log;
        try (var files = Files.list(logs)) {
            log = files.filter(file -> file.getFileName().toString().startsWith("daily_update_v3_"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> missing = new ArrayList<>();
        List<String> left = Files.readAllLines(log);
        for (String line : LINES.lines().toList()) {
            Pattern wanted = pattern(line);
            int at = 0;
            while (at < left.size() && !wanted.matcher(left.get(at)).matches()) {
                at++;
            }
            if (at == left.size()) {
                missing.add(line);
            } else {
                left = left.subList(at + 1, left.size());
            }
        }
        assertThat(missing).as(Files.readString(log)).isEmpty();
    }

    private static Pattern pattern(String line) {
        if (line.startsWith("=")) {
            return Pattern.compile("={" + line.substring(1) + "}");
        }
        String rest = line.startsWith("T ") ? line.substring(2) : line;
        String stamp = line.startsWith("T ") ? "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d - " : "";
        String words = Pattern.quote(rest)
                .replace("*", "\\E.+\\Q")
                .replaceAll("\\bN\\b", NUMBER)
                .replaceAll("\\bP\\b", PER_CENT)
                .replaceAll("K+(?=[ms%])", DIGITS);
        return Pattern.compile(stamp + words);
    }
}
