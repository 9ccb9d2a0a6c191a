package dev.exdate.holdings;

import dev.exdate.format.Answer;
import java.time.LocalDate;

/** A place that knows what a fund holds. */
public interface HoldingsSource {
    /** Whether it may be asked: switched on and, where it needs a key, with one. */
    default boolean usable() {
        return true;
    }

    /** As stored in {@code data_source}. */
    String name();

    /** Whether the fund is one of those it knows. */
    boolean has(Fund fund);

    /** What the fund held last, seen on {@code day}. */
    Answer<HeldPosition> holdings(Fund fund, LocalDate day) throws InterruptedException;
}
