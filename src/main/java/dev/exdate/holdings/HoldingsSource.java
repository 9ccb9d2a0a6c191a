package dev.exdate.holdings;

import dev.exdate.format.Answer;
import java.time.LocalDate;

/** A source of fund holdings. */
public interface HoldingsSource {
    /** Whether it may be used: enabled, and with a key if it needs one. */
    default boolean usable() {
        return true;
    }

    /** As stored in {@code data_source}. */
    String name();

    /** Whether it has this fund. */
    boolean has(Fund fund);

    /** The fund's newest holdings as of {@code day}. */
    Answer<HeldPosition> holdings(Fund fund, LocalDate day) throws InterruptedException;

    /** What it said of the fund is implausible: a later run asks again instead of using it. */
    default void distrust(Fund fund, LocalDate day) {}
}
