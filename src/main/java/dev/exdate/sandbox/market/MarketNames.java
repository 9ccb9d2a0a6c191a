package dev.exdate.sandbox.market;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Names and symbols that nobody has, made of syllables; each symbol is used once. */
final class MarketNames {
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWZ";
    private static final String VOWELS = "AEIOU";
    private static final int TRIES = 8;
    private static final List<String> FIRST = List.of(
            "Alder",
            "Brindle",
            "Corvane",
            "Dunmore",
            "Eastlake",
            "Fernhill",
            "Garrick",
            "Hollin",
            "Ivory",
            "Juniper",
            "Kestrel",
            "Larkfield",
            "Merrow",
            "Northgate",
            "Oakhurst",
            "Pinecrest",
            "Quarry",
            "Redmere",
            "Saltmarsh",
            "Thornby",
            "Umber",
            "Vantry",
            "Westerly",
            "Yarrow",
            "Zephyr");
    private static final List<String> SECOND = List.of(
            "Holdings",
            "Industries",
            "Systems",
            "Partners",
            "Energy",
            "Foods",
            "Logistics",
            "Materials",
            "Networks",
            "Pharma",
            "Instruments",
            "Resources",
            "Brands",
            "Capital",
            "Devices");

    private final SplittableRandom random;
    private final Set<String> taken = new HashSet<>();

    MarketNames(long seed) {
        this.random = new SplittableRandom(seed * 31 + 7);
    }

    /** A new symbol of this many letters, or more if short ones have become rare. */
    String symbol(int letters) {
        return symbol(letters, "");
    }

    /** A new symbol with this ending. */
    String symbol(int letters, String ending) {
        for (int tries = 0; ; tries++) {
            StringBuilder symbol = new StringBuilder();
            for (int i = 0; i < letters - ending.length() + tries / TRIES; i++) {
                String from = i % 2 == 1 ? VOWELS + LETTERS : LETTERS;
                symbol.append(from.charAt(random.nextInt(from.length())));
            }
            symbol.append(ending);
            if (taken.add(symbol.toString())) {
                return symbol.toString();
            }
        }
    }

    String company() {
        return pick(FIRST) + " " + pick(SECOND);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int number(int below) {
        return random.nextInt(below);
    }
}
