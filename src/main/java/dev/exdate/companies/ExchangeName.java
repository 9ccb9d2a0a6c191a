package dev.exdate.companies;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The database's short names of exchanges, from the sources' names. */
final class ExchangeName {
    private ExchangeName() {}

    /** Null for an exchange that the database does not have. */
    static @Nullable String of(@Nullable String stated) {
        if (stated == null) {
            return null;
        }
        return switch (stated.strip().toUpperCase(Locale.ROOT)) {
            case "NASDAQ", "NMS", "NGM", "NCM", "NAS", "NASDAQGS", "NASDAQGM", "NASDAQCM" -> "NASDAQ";
            case "NYSE", "NYQ", "NYS" -> "NYSE";
            case "AMEX", "ASE", "NYSE MKT", "NYSE AMERICAN", "NYSEAMERICAN" -> "AMEX";
            case "PCX", "NYSE ARCA", "NYSEARCA", "ARCA" -> "PCX";
            case "CBOE", "BZX", "CBOE US" -> "CBOE";
            case "BATS", "BTS" -> "BATS";
            case "OTC", "PNK", "OTCM", "OTC MARKETS", "PINK" -> "OTCM";
            case "OTCX", "OQX", "OQB", "OTCQX", "OTCQB" -> "OTCX";
            case "TSX", "TOR" -> "TSX";
            case "TSXV", "VAN" -> "TSXV";
            default -> null;
        };
    }
}
