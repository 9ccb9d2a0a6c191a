package dev.exdate.discovery;

import dev.exdate.market.Ticker;
import java.time.LocalDate;

/** Asks sources whether a symbol trades or pays dividends. */
interface SymbolCheck {
    /** A price within 7 days or a dividend within 365 days before {@code day} is enough. */
    Verdict check(Ticker ticker, LocalDate day) throws InterruptedException;

    /** The sources' verdict. */
    sealed interface Verdict {
        /** One of them has a recent price or dividend. */
        record Alive() implements Verdict {}

        /** Every source answered, and none has either; {@code answers} lists the answers. */
        record Nothing(String answers) implements Verdict {}

        /** A source failed, so the symbol stays undecided. */
        record Undecided(String answers) implements Verdict {}
    }
}
