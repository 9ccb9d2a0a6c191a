package dev.exdate.report;

import static dev.exdate.report.Finding.Level.GOOD;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A finding's text, in the words that people grep. */
public final class FindingText {
    private FindingText() {}

    /** The line and, if needed, a line below with what to do. */
    public static List<String> lines(Finding finding) {
        String action = action(finding);
        return action.isEmpty() ? List.of(text(finding)) : List.of(text(finding), indented(action));
    }

    public static String indented(String action) {
        return "   " + action;
    }

    /** The line, with its mark. */
    public static String text(Finding finding) {
        String mark = switch (finding.level()) {
            case CRITICAL -> "🔴 CRITICAL: ";
            case WARNING -> "🟡 WARNING: ";
            case GOOD -> "✅ ";
        };
        return switch (finding.code()) {
            case PRICE_COVERAGE -> mark + coverage(finding);
            case FRESHNESS -> mark + freshness(finding);
            case DUPLICATES -> mark + duplicates(finding);
            case COMPANY_DATA -> companies(mark, finding);
            case RECENT_ACTIVITY -> mark + activity(finding);
            case PRICE_ROWS -> mark + "Price table has " + Figures.count(finding.figure("rows")) + " records";
            case HELD_BACK -> mark + heldBack(finding);
        };
    }

    private static String coverage(Finding finding) {
        String percent = Figures.percent(finding.figure("withPrice"), finding.figure("symbols"));
        return switch (finding.level()) {
            case CRITICAL -> "Price data coverage critically low: " + percent;
            case WARNING -> "Price data coverage below target: " + percent;
            case GOOD -> "Price data coverage: " + percent;
        };
    }

    private static String freshness(Finding finding) {
        long active = finding.figure("active");
        long stale = finding.figure("stale");
        return switch (finding.level()) {
            case CRITICAL -> Figures.percent(stale, active) + " of symbols not updated in 48+ hours";
            case WARNING -> Figures.percent(stale, active) + " of symbols stale (48+ hours old)";
            case GOOD -> "Data freshness: " + Figures.percent(active - stale, active) + " updated in last 48h";
        };
    }

    private static String duplicates(Finding finding) {
        return finding.level() == GOOD
                ? "No duplicate symbols detected"
                : Figures.count(finding.figure("duplicates")) + " duplicate symbol(s) detected";
    }

    private static String companies(String mark, Finding finding) {
        long missing = finding.figure("missing");
        String percent = Figures.percent(missing, finding.figure("symbols"));
        if (finding.level() != GOOD) {
            return mark + percent + " of symbols missing company data";
        }
        return missing == 0
                ? mark + "All symbols have company data"
                : "ℹ️  INFO: " + Figures.count(missing) + " symbols without company data (" + percent + ")";
    }

    private static String activity(Finding finding) {
        long refreshed = finding.figure("refreshed");
        return switch (finding.level()) {
            case CRITICAL -> "No symbols updated in last 2 hours";
            case WARNING -> "Only " + refreshed + " symbols updated in last 2 hours";
            case GOOD -> "Recent activity: " + Figures.count(refreshed) + " symbols updated in last 2h";
        };
    }

    private static String heldBack(Finding finding) {
        Map<String, Long> byTask = new TreeMap<>(finding.figures());
        return "Held back as implausible: "
                + byTask.entrySet().stream()
                        .map(task -> task.getKey() + " " + task.getValue())
                        .collect(Collectors.joining(", "))
                + "; the first: " + finding.detail();
    }

    /** What to do, empty if nothing. */
    public static String action(Finding finding) {
        return switch (finding.level()) {
            case GOOD -> "";
            case WARNING -> "RECOMMENDED: " + recommended(finding.code());
            case CRITICAL -> "ACTION REQUIRED: " + required(finding);
        };
    }

    private static String recommended(Finding.Code code) {
        return switch (code) {
            case PRICE_COVERAGE -> "See the update's failures in `exdate report --all`";
            case FRESHNESS -> "Check the schedule; `exdate history` lists the runs";
            case DUPLICATES -> "Delete the duplicate rows in raw_stocks";
            case COMPANY_DATA -> "Run `exdate companies --limit 1000`";
            case RECENT_ACTIVITY -> "See the update's failures in `exdate report --all`";
            case PRICE_ROWS -> "Consider archiving old price data";
            case HELD_BACK -> "Check the source; the next run asks again, --accept lets the values in";
        };
    }

    private static String required(Finding finding) {
        Finding.Code code = finding.code();
        return switch (code) {
            case PRICE_COVERAGE ->
                finding.figures().getOrDefault("symbols", 1L) == 0
                        ? "Load the symbols first: `exdate discover`"
                        : "See why the update has no prices: `exdate report --all`";
            case FRESHNESS -> "Check the schedule; `exdate history` lists the runs";
            case RECENT_ACTIVITY -> "See why the update read nothing: `exdate report --all`";
            case DUPLICATES, COMPANY_DATA, PRICE_ROWS, HELD_BACK -> recommended(code);
        };
    }
}
