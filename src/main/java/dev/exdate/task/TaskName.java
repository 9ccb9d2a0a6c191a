package dev.exdate.task;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task by the words people see, type and grep. Those of the program's own tasks are here, a scraper's are with the source
 * it is named after.
 *
 * @param id as typed in {@code --only} and written to {@code exdate.task_run}
 * @param label as printed in the report
 * @param work what its start line says that starts: {@code Starting YieldMax scraper...}
 * @param sign before the label where the log shows progress
 * @param logName the log file's name before {@code _YYYYMMDD.log}
 * @param critical whether its failure makes the run fail
 */
public record TaskName(String id, String label, String work, String sign, String logName, boolean critical) {
    public static final TaskName DISCOVERY =
            new TaskName("discovery", "Discovery", "symbol discovery", "🔍", "discovery", true);
    public static final TaskName CLASSIFY_ETFS =
            new TaskName("classify-etfs", "ETF classification", "ETF classification", "🏷️", "discovery", false);
    public static final TaskName UPDATE = new TaskName("update", "Main update", "main update", "💰", "update", true);
    public static final TaskName COMPANIES =
            new TaskName("companies", "Company refresh", "company data refresh", "🏢", "companies", false);
    public static final TaskName HOLDINGS =
            new TaskName("holdings", "ETF holdings", "ETF holdings update", "📊", "holdings", false);
    public static final TaskName FUTURE_DIVIDENDS =
            new TaskName("future-dividends", "Future dividends", "future dividends update", "🔮", "future_div", false);
    public static final TaskName BACKUP =
            new TaskName("backup", "Database backup", "database backup", "💾", "backup", false);

    /** One of the scrapers, which are alike but for their names. */
    public static TaskName scraper(String id, String label, String sign) {
        return new TaskName(id, label, label + " scraper", sign, id, false);
    }

    /** In capitals, as in the names of settings: {@code FUTURE_DIVIDENDS}. */
    public String name() {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The sign with the blanks behind it: two where it carries a variation selector, which makes it wide. */
    public String emoji() {
        return sign + (sign.endsWith("\uFE0F") ? "  " : " ");
    }

    /** As the log says when it starts beside others. */
    public String startLine() {
        return emoji() + "Starting " + work + "...";
    }

    /** By its id. Written out, because what a record has by itself is interpreted in the executable, at each call. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskName name && id.equals(name.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
