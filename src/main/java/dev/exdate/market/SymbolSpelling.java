package dev.exdate.market;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a source spells share classes, preferred series, units and warrants, and the conversion to and from the one
 * spelling of {@link Ticker} (the ACT form of the Nasdaq Trader directory; table "symbol spelling" of the format notes,
 * autumn 2026; preferred and unit forms outside Nasdaq Trader are partly unconfirmed there).
 */
public final class SymbolSpelling {
    /** The database's own: {@code ZZT.B}, {@code ZZT$A}, {@code ZZT.U}, {@code ZZT.W}. NASDAQ's sites write {@code ZZT/B}, {@code ZZT^A} as well. */
    public static final SymbolSpelling ACT = new SymbolSpelling(false, Parts::act);

    /** {@code ZZT-B}, {@code ZZT-PA}, {@code ZZT-UN}, {@code ZZT-WT}; read in every other dashed form, and as {@code ZZT^A}, too. */
    public static final SymbolSpelling DASHED = dashed("-P", "UN", "WT");

    /** The part after the root: an ACT suffix {@code .X} or {@code $X}; foreign suffixes have their own check. */
    private static final Pattern ACT_FORM = Pattern.compile("([A-Z0-9]+)([.$])([A-Z]{0,2})");

    /** {@code ZZTpA} of CQS, and {@code ZZT PRA} or {@code ZZT PR A} as the exchange shows it. */
    private static final Pattern PREFERRED_SERIES = Pattern.compile("([A-Z]{1,5})(?:p| PR ?)([A-Z]?)");

    private static final Set<String> NO_SYMBOL = Set.of("n/a", "null", "none");

    private static final Pattern CARET = Pattern.compile("([A-Z0-9]+)\\^([A-Z]{0,2})");
    private static final Pattern SLASH = Pattern.compile("([A-Z0-9]+)/([A-Z]{1,2})");
    private static final Pattern PREFERRED = Pattern.compile("([A-Z0-9]+)-P-?([A-Z]{1,2})");
    private static final Pattern DASHED_FORM = Pattern.compile("([A-Z0-9]+)-([A-Z]{1,2})");
    private static final Map<String, String> SUFFIXES = Map.of("UN", "U", "WT", "W", "WS", "W");

    private final boolean dashed;
    private final Function<Parts, String> writing;

    private SymbolSpelling(boolean dashed, Function<Parts, String> writing) {
        this.dashed = dashed;
        this.writing = writing;
    }

    /**
     * With dashes between the root and what follows.
     *
     * @param preferred what stands before a preferred's series
     * @param unit what stands for a unit behind the dash
     * @param warrant what stands for a warrant behind the dash
     */
    public static SymbolSpelling dashed(String preferred, String unit, String warrant) {
        return new SymbolSpelling(true, parts -> parts.dashed(preferred, unit, warrant));
    }

    /** The source's spelling of a symbol; foreign listings ({@code XYZ.TO}) and unusual forms stay unchanged. */
    public String of(Ticker ticker) {
        Matcher act = ACT_FORM.matcher(ticker.symbol());
        if (!act.matches() || (act.group(2).equals(".") && act.group(3).length() != 1)) {
            return ticker.symbol();
        }
        return writing.apply(new Parts(act.group(1), act.group(2).charAt(0), act.group(3)));
    }

    /** The database's spelling of a source's symbol; empty if it cannot be a symbol. */
    public Optional<Ticker> read(String stated) {
        if (isPlain(stated) && Ticker.isValid(stated)) {
            return NO_SYMBOL.contains(stated.toLowerCase(Locale.ROOT))
                    ? Optional.empty()
                    : Optional.of(new Ticker(stated));
        }
        Matcher preferred = PREFERRED_SERIES.matcher(stated.strip());
        String written = preferred.matches() ? preferred.group(1) + "$" + preferred.group(2) : stated;
        if (!Ticker.isValid(written) || NO_SYMBOL.contains(stated.strip().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String symbol = Ticker.of(written).symbol();
        return Optional.of(new Ticker(canonical(symbol)));
    }

    /** Without anything that could be spelt in another way: nearly all symbols, and lists of them are long. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private String canonical(String symbol) {
        Matcher caret = CARET.matcher(symbol);
        if (caret.matches()) {
            return caret.group(1) + "$" + caret.group(2);
        }
        Matcher slash = SLASH.matcher(symbol);
        if (slash.matches()) {
            return slash.group(1) + "." + SUFFIXES.getOrDefault(slash.group(2), slash.group(2));
        }
        if (!dashed) {
            return symbol;
        }
        Matcher preferred = PREFERRED.matcher(symbol);
        if (preferred.matches()) {
            return preferred.group(1) + "$" + preferred.group(2);
        }
        Matcher dashed = DASHED_FORM.matcher(symbol);
        if (dashed.matches()) {
            return dashed.group(1) + "." + SUFFIXES.getOrDefault(dashed.group(2), dashed.group(2));
        }
        return symbol;
    }

    /** A symbol's root, its mark and the part after it. */
    private record Parts(String root, char mark, String suffix) {
        String act() {
            return root + mark + suffix;
        }

        String dashed(String preferred, String unit, String warrant) {
            if (mark == '$') {
                return root + preferred + suffix;
            }
            return root + "-"
                    + switch (suffix) {
                        case "U" -> unit;
                        case "W" -> warrant;
                        default -> suffix;
                    };
        }
    }
}
