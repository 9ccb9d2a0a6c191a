package dev.exdate.task;

import dev.exdate.guard.Overrides;
import dev.exdate.market.ExDateWindow;
import dev.exdate.market.Ticker;
import dev.exdate.settings.BackupSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks are asked to do in one run: the part of it that a person can say on the command line.
 *
 * @param marketDay the New York day the run is for
 * @param validate whether discovery asks source by source after symbols without proof of trading
 * @param companiesLimit symbols looked at in one run
 * @param daysAhead calendar days after the market day
 * @param keep which older backups stay; empty for what the settings say
 * @param accepted what may come in although it looks wrong
 */
public record TaskOptions(
        LocalDate marketDay,
        boolean validate,
        Scraping scraping,
        Update update,
        int companiesLimit,
        int daysAhead,
        Optional<BackupSettings.KeepRule> keep,
        Overrides accepted) {
    public static final int COMPANIES = 100;
    public static final int DAYS_AHEAD = 90;

    /** As the daily run asks. */
    public static TaskOptions ofTheRun(LocalDate marketDay) {
        return new TaskOptions(
                marketDay,
                true,
                Scraping.OF_THE_RUN,
                Update.OF_THE_RUN,
                COMPANIES,
                DAYS_AHEAD,
                Optional.empty(),
                Overrides.NONE);
    }

    /** The same for another day. */
    public TaskOptions on(LocalDate day) {
        return new TaskOptions(day, validate, scraping, update, companiesLimit, daysAhead, keep, accepted);
    }

    public TaskOptions validating(boolean wanted) {
        return new TaskOptions(marketDay, wanted, scraping, update, companiesLimit, daysAhead, keep, accepted);
    }

    public TaskOptions scraping(Scraping wanted) {
        return new TaskOptions(marketDay, validate, wanted, update, companiesLimit, daysAhead, keep, accepted);
    }

    public TaskOptions updating(Update wanted) {
        return new TaskOptions(marketDay, validate, scraping, wanted, companiesLimit, daysAhead, keep, accepted);
    }

    /** The symbols that a person named, for the update, the companies and the holdings; empty for all. */
    public Set<Ticker> symbols() {
        return update.symbols();
    }

    public TaskOptions only(Set<Ticker> named) {
        return updating(update.of(named));
    }

    public TaskOptions companies(int limit) {
        return new TaskOptions(marketDay, validate, scraping, update, limit, daysAhead, keep, accepted);
    }

    public TaskOptions ahead(int days) {
        return new TaskOptions(marketDay, validate, scraping, update, companiesLimit, days, keep, accepted);
    }

    public TaskOptions keeping(BackupSettings.KeepRule rule) {
        return new TaskOptions(
                marketDay, validate, scraping, update, companiesLimit, daysAhead, Optional.of(rule), accepted);
    }

    public TaskOptions accepting(Overrides wanted) {
        return new TaskOptions(marketDay, validate, scraping, update, companiesLimit, daysAhead, keep, wanted);
    }

    /**
     * What the scrapers are asked for. Each takes what its source can be asked by.
     *
     * @param years empty for those that a scraper reads each night
     * @param window of ex-dates
     * @param categories a source's names of its lists; empty for those that a scraper reads each night
     */
    public record Scraping(List<Integer> years, ExDateWindow window, List<String> categories) {
        public static final Scraping OF_THE_RUN = new Scraping(List.of(), ExDateWindow.autoContinue(), List.of());

        public Scraping {
            years = List.copyOf(years);
            categories = List.copyOf(categories);
        }
    }

    /**
     * What the update is asked for.
     *
     * @param symbols only these, due or not, excluded or not; empty for all that are due
     * @param from the first day to read for all symbols; null for what each symbol lacks
     * @param failureShare the share of attempted symbols that may fail before the update itself has failed
     */
    public record Update(Set<Ticker> symbols, @Nullable LocalDate from, BigDecimal failureShare) {
        public static final Update OF_THE_RUN = new Update(Set.of(), null, new BigDecimal("0.2"));

        public Update {
            symbols = Set.copyOf(symbols);
        }

        public Update of(Set<Ticker> chosen) {
            return new Update(chosen, from, failureShare);
        }

        public Update since(LocalDate day) {
            return new Update(symbols, day, failureShare);
        }

        public Update failingAbove(BigDecimal share) {
            return new Update(symbols, from, share);
        }
    }
}
