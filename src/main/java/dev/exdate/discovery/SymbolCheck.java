package dev.exdate.discovery;

import dev.exdate.market.Ticker;
import java.time.LocalDate;

/** Asks sources whether a symbol trades or pays. */
interface SymbolCheck {
    /** A price within 7 days or a dividend within 365 days before {@code day} is enough. */
    Verdict check(Ticker ticker, LocalDate day) throws InterruptedException;

    /** What the sources said. */
    sealed interface Verdict {
        /** One of them has a recent price or dividend. */
        record Alive() implements Verdict {}

        /** Every source that was asked answered, and none knows of either; {@code answers} says what each one answered. */
        record Nothing(String answers) implements Verdict {}

        /** Some source failed, so nothing can be concluded. */
        record Undecided(String answers) implements Verdict {}
    }
}
