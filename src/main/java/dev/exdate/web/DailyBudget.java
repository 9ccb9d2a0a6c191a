package dev.exdate.web;

import dev.exdate.settings.SourceId;

/** How many requests of a day a source has left; kept over restarts. */
@FunctionalInterface
public interface DailyBudget {
    /** Takes one request out of today's budget of {@code limit}; false when it is used up. */
    boolean take(SourceId source, int limit);
}
