package dev.exdate.discovery;

import dev.exdate.market.Ticker;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which listings belong in the database, and their type. Pure. */
final class ListingRules {
    /** The short names of US, OTC and Canadian exchanges, as the database has them. */
    private static final Set<String> EXCHANGES = Set.of(
            "NYSE", "NASDAQ", "AMEX", "BATS", "BTS", "BYX", "BZX", "CBOE", "EDGA", "EDGX", "PCX", "NGM", "OTCM", "OTCX",
            "TSX", "TSXV", "CSE", "TSE");

    /** Suffixes of foreign listings; symbols without a suffix, with {@code .TO} or with {@code .V} are kept. */
    private static final Set<String> FOREIGN = Set.of(
            ".L", ".AX", ".DE", ".AS", ".MI", ".PA", ".SW", ".HK", ".BR", ".LS", ".MC", ".CO", ".ST", ".OL", ".HE",
            ".IC", ".VI", ".AT", ".WA", ".PR", ".BD", ".SA", ".MX", ".JK", ".KL", ".SI", ".BK", ".TW", ".KS", ".KQ",
            ".T", ".F", ".NZ", ".JO", ".SG", ".BO", ".NS", ".NE", ".ME");

    /** Any other suffix that is longer than a share class is a foreign listing. */
    private static final Pattern OTHER_FOREIGN =
            Pattern.compile("\\.(?!TO$|V$|[A-Z]$|[A-Z]{1,2}$)[A-Z0-9]{2,4}$|^\\d.*\\.");

    private static final Pattern TRUST = Pattern.compile("\\b(?:trust|closed[\\s-]end|beneficial interests?)\\b");

    /** World-wide lists have no exchange, so only the suffixes decide. */
    enum Reach {
        /** A directory of US exchanges: dots mean share classes. */
        UNITED_STATES,
        /** Symbols of all exchanges: dots may mean countries. */
        WORLD
    }

    private ListingRules() {}

    /** Why the listing is excluded; empty if it belongs in the database. */
    static Optional<String> objection(ListedSymbol listed, Reach reach) {
        String exchange = listed.exchange();
        if (exchange != null && !EXCHANGES.contains(exchange)) {
            return Optional.of("exchange " + exchange + " is excluded");
        }
        if (reach == Reach.WORLD && isForeign(listed.ticker())) {
            return Optional.of("foreign listing");
        }
        return Optional.empty();
    }

    private static boolean isForeign(Ticker ticker) {
        String symbol = ticker.symbol();
        int dot = symbol.lastIndexOf('.');
        return dot >= 0
                && (FOREIGN.contains(symbol.substring(dot))
                        || OTHER_FOREIGN.matcher(symbol).find());
    }

    /** {@code etf}, {@code trust} or {@code stock}, from the directory's own flag and the name. */
    static String type(boolean etf, String name) {
        if (etf) {
            return "etf";
        }
        return TRUST.matcher(name.toLowerCase(Locale.ROOT)).find() ? "trust" : "stock";
    }

    /** The database's short name of Alpha Vantage's exchange; other names stay unchanged. */
    static String exchangeOfAlphaVantage(String stated) {
        return switch (stated) {
            case "NYSE ARCA" -> "PCX";
            case "NYSE MKT" -> "AMEX";
            default -> stated;
        };
    }
}
