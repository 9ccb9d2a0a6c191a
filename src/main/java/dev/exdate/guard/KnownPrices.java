package dev.exdate.guard;

import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A symbol's stored prices.
 *
 * @param tail the newest bars, oldest first
 * @param source the source of the newest bar; null if unknown
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
