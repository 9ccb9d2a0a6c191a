package dev.exdate.companies;

import dev.exdate.market.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * A symbol without a company.
 *
 * @param name of the listing; null if unknown
 * @param emptyAnswers how often no source knew it
 */
record DueCompany(
        Ticker ticker, @Nullable String name, @Nullable String exchange, boolean fund, int emptyAnswers) {}
