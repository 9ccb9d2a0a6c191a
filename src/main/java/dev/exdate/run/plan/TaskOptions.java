package dev.exdate.run.plan;

import dev.exdate.guard.Overrides;
import dev.exdate.market.ExDateWindow;
import dev.exdate.update.UpdateOptions;
import java.time.LocalDate;
import java.util.List;

/**
 * What the tasks are asked to do.
 *
 * @param validate whether discovery asks source by source after symbols without proof of trading
 * @param accepted what may come in although it looks wrong
 */
public record TaskOptions(
        LocalDate marketDay,
        boolean validate,
        Scraping scraping,
        UpdateOptions update,
        int companiesLimit,
        int daysAhead,
        Overrides accepted) {
    public static final int COMPANIES = 100;
    public static final int DAYS_AHEAD = 90;

    /** As the daily run asks. */
    public static TaskOptions ofTheRun(LocalDate marketDay) {
        return new TaskOptions(
                marketDay, true, Scraping.OF_THE_RUN, UpdateOptions.ALL, COMPANIES, DAYS_AHEAD, Overrides.NONE);
    }

    public TaskOptions validating(boolean wanted) {
        return new TaskOptions(marketDay, wanted, scraping, update, companiesLimit, daysAhead, accepted);
    }

    public TaskOptions scraping(Scraping wanted) {
        return new TaskOptions(marketDay, validate, wanted, update, companiesLimit, daysAhead, accepted);
    }

    public TaskOptions updating(UpdateOptions wanted) {
        return new TaskOptions(marketDay, validate, scraping, wanted, companiesLimit, daysAhead, accepted);
    }

    public TaskOptions companies(int limit) {
        return new TaskOptions(marketDay, validate, scraping, update, limit, daysAhead, accepted);
    }

    public TaskOptions ahead(int days) {
        return new TaskOptions(marketDay, validate, scraping, update, companiesLimit, days, accepted);
    }

    public TaskOptions accepting(Overrides wanted) {
        return new TaskOptions(marketDay, validate, scraping, update, companiesLimit, daysAhead, wanted);
    }

    /**
     * What the five scrapers are asked for.
     *
     * @param cboeYears empty for this year
     * @param window of ex-dates, for NASDAQ and NYSE
     */
    public record Scraping(List<Integer> cboeYears, ExDateWindow window, List<String> snowballCategories) {
        public static final List<String> SNOWBALL = List.of("us-popular-div");
        static final Scraping OF_THE_RUN = new Scraping(List.of(), ExDateWindow.autoContinue(), SNOWBALL);
    }
}
