package dev.exdate.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why something is held back, by the word that lets it in. */
public enum Guard {
    /** The source gives an earlier day's answer again. */
    STALE,
    /** A list is empty or much shorter than it was, or than it says itself. */
    SHORT,
    /** Prices are in another unit than those before, and no split explains it. */
    PRICES,
    /** A distribution is many times what its symbol pays. */
    AMOUNTS,
    /** A day lies where none can be. */
    DATES;

    /** As people write it: {@code prices}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Guard> of(String word) {
        return Arrays.stream(values())
                .filter(guard -> guard.word().equals(word))
                .findFirst();
    }

    /** All words, separated by commas. */
    public static String words() {
        return Arrays.stream(values()).map(Guard::word).collect(Collectors.joining(", "));
    }
}
