package dev.exdate.task;

import java.util.Arrays;
import java.util.Optional;

/** The twelve tasks, with the words people see, type and grep. */
public enum TaskName {
    DISCOVERY("discovery", "Discovery", "🔍", "discovery", true),
    CLASSIFY_ETFS("classify-etfs", "ETF classification", "🏷️", "discovery", false),
    YIELDMAX("yieldmax", "YieldMax", "📰", "yieldmax", false),
    CBOE("cboe", "CBOE", "📊", "cboe", false),
    NASDAQ("nasdaq", "NASDAQ", "📈", "nasdaq", false),
    NYSE("nyse", "NYSE", "🏛️", "nyse", false),
    SNOWBALL("snowball", "Snowball", "⛄", "snowball", false),
    UPDATE("update", "Main update", "💰", "update", true),
    COMPANIES("companies", "Company refresh", "🏢", "companies", false),
    HOLDINGS("holdings", "ETF holdings", "📊", "holdings", false),
    FUTURE_DIVIDENDS("future-dividends", "Future dividends", "🔮", "future_div", false),
    BACKUP("backup", "Database backup", "💾", "backup", false);

    private final String id;
    private final String label;
    private final String emoji;
    private final String logName;
    private final boolean critical;

    TaskName(String id, String label, String emoji, String logName, boolean critical) {
        this.id = id;
        this.label = label;
        this.emoji = emoji;
        this.logName = logName;
        this.critical = critical;
    }

    /** The task with this id; empty for any other text. */
    public static Optional<TaskName> of(String id) {
        return Arrays.stream(values()).filter(task -> task.id.equals(id)).findFirst();
    }

    /** As typed in {@code --only} and written to {@code exdate.task_run}. */
    public String id() {
        return id;
    }

    /** As printed in the report. */
    public String label() {
        return label;
    }

    /** The emoji with the blanks after it: two if it has a variation selector, which makes it wide. */
    public String emoji() {
        return emoji + (emoji.endsWith("\uFE0F") ? "  " : " ");
    }

    /** The log file's name before {@code _YYYYMMDD.log}. */
    public String logName() {
        return logName;
    }

    /** Whether its failure makes the run fail. */
    public boolean critical() {
        return critical;
    }
}
