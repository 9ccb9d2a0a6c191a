package dev.exdate.market;

import java.util.Locale;

/**
 * A symbol in the one spelling the database uses: trimmed, upper case, the listing exchange's own form (the ACT symbol
 * of the Nasdaq Trader directory): {@code .} before a share class ({@code BRK.B}), {@code $} before a preferred series
 * ({@code ABR$D}), a dot and a suffix for a foreign listing ({@code XYZ.TO}). {@link SymbolSpelling} converts each
 * source's own spelling.
 */
public record Ticker(String symbol) implements Comparable<Ticker> {
    private static final int LONGEST = 32;

    public Ticker {
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException("not a valid symbol: \"" + printable(symbol) + "\"");
        }
    }

    /** Trims and upper-cases; throws {@link IllegalArgumentException} if it cannot be a symbol. */
    public static Ticker of(String text) {
        return new Ticker(text.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether {@link #of} accepts it: letters, digits and {@code . - $ ^ = + /}, at least one letter or digit. */
    public static boolean isValid(String text) {
        return isSymbol(text.strip().toUpperCase(Locale.ROOT));
    }

    private static boolean isSymbol(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        boolean named = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            named |= alphanumeric;
            if (!alphanumeric && ".-$^=+/".indexOf(c) < 0) {
                return false;
            }
        }
        return named;
    }

    private static String printable(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }

    @Override
    public int compareTo(Ticker other) {
        return symbol.compareTo(other.symbol);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
