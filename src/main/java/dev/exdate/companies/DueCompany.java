package dev.exdate.companies;

import dev.exdate.market.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * A symbol without a company.
 *
 * @param name of the listing; null where none is known
 * @param emptyAnswers how often the sources have known nothing of it
 */
record DueCompany(
        Ticker ticker, @Nullable String name, @Nullable String exchange, boolean fund, int emptyAnswers) {}
