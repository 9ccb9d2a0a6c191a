package dev.exdate.guard;

import dev.exdate.format.Answer;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.List;

/**
 * A source's answer about a symbol's prices.
 *
 * @param from the first day that was asked for
 * @param until the last one
 * @param splits that the source knows of
 */
public record PricesAnswered(
        SourceId source, LocalDate from, LocalDate until, Answer<PriceBar> prices, List<Split> splits) {
    public PricesAnswered {
        splits = List.copyOf(splits);
    }
}
