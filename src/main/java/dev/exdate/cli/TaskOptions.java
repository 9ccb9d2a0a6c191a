package dev.exdate.cli;

import dev.exdate.guard.Accepted;
import dev.exdate.market.ExDateWindow;
import dev.exdate.update.UpdateOptions;
import java.time.LocalDate;
import java.util.List;

/**
 * What the tasks are asked to do.
 *
 * @param validate whether discovery asks source by source after symbols without proof of trading
 * @param cboeYears empty for this year
 * @param accepted what may come in although it looks wrong
 */
record TaskOptions(
        LocalDate marketDay,
        boolean validate,
        List<Integer> cboeYears,
        ExDateWindow nasdaq,
        ExDateWindow nyse,
        List<String> snowballCategories,
        UpdateOptions update,
        int companiesLimit,
        int daysAhead,
        Accepted accepted) {
    static final List<String> SNOWBALL = List.of("us-popular-div");
    static final int COMPANIES = 100;
    static final int DAYS_AHEAD = 90;

    /** As the daily run asks. */
    static TaskOptions ofTheRun(LocalDate marketDay) {
        return new TaskOptions(
                marketDay,
                true,
                List.of(),
                ExDateWindow.autoContinue(),
                ExDateWindow.autoContinue(),
                SNOWBALL,
                UpdateOptions.ALL,
                COMPANIES,
                DAYS_AHEAD,
                Accepted.NONE);
    }

    TaskOptions validating(boolean wanted) {
        return new TaskOptions(
                marketDay,
                wanted,
                cboeYears,
                nasdaq,
                nyse,
                snowballCategories,
                update,
                companiesLimit,
                daysAhead,
                accepted);
    }

    TaskOptions updating(UpdateOptions wanted) {
        return new TaskOptions(
                marketDay,
                validate,
                cboeYears,
                nasdaq,
                nyse,
                snowballCategories,
                wanted,
                companiesLimit,
                daysAhead,
                accepted);
    }

    TaskOptions companies(int limit) {
        return new TaskOptions(
                marketDay, validate, cboeYears, nasdaq, nyse, snowballCategories, update, limit, daysAhead, accepted);
    }

    TaskOptions ahead(int days) {
        return new TaskOptions(
                marketDay,
                validate,
                cboeYears,
                nasdaq,
                nyse,
                snowballCategories,
                update,
                companiesLimit,
                days,
                accepted);
    }

    TaskOptions scraping(List<Integer> years, ExDateWindow window, List<String> categories) {
        return new TaskOptions(
                marketDay, validate, years, window, window, categories, update, companiesLimit, daysAhead, accepted);
    }

    TaskOptions accepting(Accepted wanted) {
        return new TaskOptions(
                marketDay,
                validate,
                cboeYears,
                nasdaq,
                nyse,
                snowballCategories,
                update,
                companiesLimit,
                daysAhead,
                wanted);
    }
}
