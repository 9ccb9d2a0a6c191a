package dev.exdate.run.text;

/** Titles and rulers of a run's report. People grep them. */
public final class Titles {
    public static final String DATABASE = "📊 FINAL DATABASE STATUS REPORT";
    public static final String CHECKS = "🔍 ERROR DETECTION & DATA QUALITY CHECKS";
    public static final String PERFORMANCE = "⚡ PERFORMANCE BREAKDOWN:";
    public static final String WIDE_RULER = "=".repeat(81);
    public static final String RULER = "=".repeat(60);

    private Titles() {}
}
