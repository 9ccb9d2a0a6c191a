package dev.exdate.discovery;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Ticker;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.yahoo.YahooChart;
import dev.exdate.source.yahoo.YahooClient;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks Yahoo, and FMP if there is a key. "Not found" alone proves nothing, because valid symbols get it during outages;
 * at least one source must answer with an empty history.
 */
@Dependent
record PriceCheck(YahooClient yahoo, FmpClient fmp) implements SymbolCheck {
    private static final int DAYS_OF_PRICES = 7;
    private static final int DAYS_OF_DIVIDENDS = 365;

    @Override
    public Verdict check(Ticker ticker, LocalDate day) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        Answer<YahooChart> chart = yahoo.chart(ticker, day.minusDays(DAYS_OF_DIVIDENDS), day);
        boolean alive = chart.rowsOrEmpty().stream()
                .anyMatch(it -> recentBar(it.bars(), day) || recentDividend(it.dividends(), day));
        answers.add("yahoo: " + words(chart));
        boolean failed = isFailure(chart);
        boolean empty = !(chart instanceof Answer.Failed<?>);
        if (!alive && fmp.usable()) {
            Answer<PriceBar> prices = fmp.prices(ticker, day.minusDays(DAYS_OF_PRICES), day);
            alive = recentBar(prices.rowsOrEmpty(), day);
            answers.add("fmp: " + words(prices));
            failed |= isFailure(prices);
            empty |= !(prices instanceof Answer.Failed<?>);
            if (!alive) {
                Answer<Distribution> dividends = fmp.dividends(ticker);
                alive = recentDividend(dividends.rowsOrEmpty(), day);
                failed |= isFailure(dividends);
            }
        }
        String said = String.join(", ", answers);
        if (alive) {
            return new Verdict.Alive();
        }
        return failed || !empty ? new Verdict.Undecided(said) : new Verdict.Nothing(said);
    }

    private static boolean isFailure(Answer<?> answer) {
        return answer instanceof Answer.Failed<?> failed && failed.failure() != Failure.NOT_FOUND;
    }

    private static boolean recentBar(List<PriceBar> bars, LocalDate day) {
        return bars.stream().anyMatch(bar -> !bar.date().isBefore(day.minusDays(DAYS_OF_PRICES)));
    }

    private static boolean recentDividend(List<Distribution> dividends, LocalDate day) {
        return dividends.stream().anyMatch(paid -> !paid.exDate().isBefore(day.minusDays(DAYS_OF_DIVIDENDS)));
    }

    private static String words(Answer<?> answer) {
        return switch (answer) {
            case Answer.Rows<?> ignored -> "no recent price";
            case Answer.Nothing<?> ignored -> "nothing";
            case Answer.Failed<?> failed -> failed.failure().word();
        };
    }
}
