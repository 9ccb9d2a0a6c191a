package dev.exdate.guard;

import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a symbol's prices.
 *
 * @param tail the newest bars, oldest first
 * @param source who gave the newest one; null where that is not known
 */
public record KnownPrices(
        Ticker ticker, List<StoredBar> tail, @Nullable String source) {
    public KnownPrices {
        tail = List.copyOf(tail);
    }

    /** The newest stored day; null for a symbol without prices. */
    public @Nullable LocalDate newest() {
        return tail.isEmpty() ? null : tail.getLast().date();
    }
}
