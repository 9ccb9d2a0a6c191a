package dev.exdate.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why something is held back; the word is also that of {@code --accept}. */
public enum Guard {
    /** The source repeats an earlier day's answer. */
    STALE,
    /** A list is empty or much shorter than before, or shorter than its own count. */
    SHORT,
    /** Prices are in another unit than earlier ones, and no split explains it. */
    PRICES,
    /** A distribution is many times the symbol's usual payment. */
    AMOUNTS,
    /** A date is impossible. */
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
