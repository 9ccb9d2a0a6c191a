package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one source tells of a split instead of the truth.
 *
 * @param shown the split that it lists, null if none
 * @param adjusts whether it has adjusted past dividends for it
 */
record SplitLie(
        LieKind kind,
        SourceId source,
        StockSplit split,
        @Nullable StockSplit shown,
        boolean adjusts,
        LocalDate from,
        LocalDate to) {

    Planted planted() {
        return new Planted(
                kind,
                source,
                split.ticker(),
                split.date(),
                "split",
                text(split),
                adjusts ? text(shown) : text(shown) + ", dividends not adjusted",
                from,
                to);
    }

    private static String text(@Nullable StockSplit split) {
        return split == null
                ? "none"
                : split.numerator().toPlainString() + ":" + split.denominator().toPlainString() + " on " + split.date();
    }
}
