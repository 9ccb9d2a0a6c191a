package dev.exdate.companies;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The company behind a listing's name: "Zedco Inc. - Common Stock" is Zedco Inc., a fund's name begins with its issuer. */
final class ListingName {
    private static final Pattern SECURITY = Pattern.compile(
            "(?:\\s+-\\s+.*|,?\\s+(?:Class [A-Z] )?(?:Common Stock|Common Shares?|Ordinary Shares?|American Depositary Shares?)\\b.*)$",
            Pattern.CASE_INSENSITIVE);

    /** Issuers as funds' names begin with them; a longer name comes before its own prefix. */
    private static final List<String> ISSUERS = List.of(
            "YieldMax",
            "Roundhill",
            "Global X",
            "iShares",
            "Vanguard",
            "SPDR",
            "Invesco",
            "ProShares",
            "Direxion",
            "First Trust",
            "WisdomTree",
            "Schwab",
            "JPMorgan",
            "Fidelity",
            "VanEck",
            "Franklin",
            "Goldman Sachs",
            "Dimensional",
            "Amplify",
            "Defiance",
            "GraniteShares",
            "REX",
            "T-Rex",
            "Tuttle",
            "NEOS",
            "Kurv",
            "Simplify",
            "Innovator",
            "Pacer",
            "PIMCO",
            "Nuveen",
            "Xtrackers",
            "ARK",
            "Avantis",
            "KraneShares",
            "John Hancock",
            "BlackRock",
            "BNY Mellon",
            "Cambria",
            "Capital Group",
            "Janus Henderson",
            "T. Rowe Price",
            "Themes",
            "Tradr",
            "Virtus",
            "FlexShares",
            "Hartford",
            "Principal",
            "Putnam",
            "SoFi",
            "AllianzIM",
            "Leverage Shares",
            "Bitwise",
            "Grayscale",
            "Sprott",
            "United States",
            "Teucrium",
            "Harbor",
            "Columbia",
            "Eaton Vance",
            "BondBloxx",
            "Strive",
            "ETRACS",
            "MicroSectors",
            "Calamos",
            "American Century",
            "IndexIQ",
            "Madison",
            "Touchstone",
            "US Global");

    private ListingName() {}

    /** Null if there is no name, or if the symbol takes its place. */
    static @Nullable String company(DueCompany due) {
        String name = due.name() == null ? "" : due.name().strip();
        if (name.isEmpty() || name.equalsIgnoreCase(due.ticker().symbol())) {
            return null;
        }
        if (due.fund()) {
            return issuer(name);
        }
        String company = SECURITY.matcher(name).replaceFirst("").strip();
        return company.isEmpty() ? name : company;
    }

    /** The issuer that a fund's name begins with; the name itself if no issuer is known. */
    static String issuer(String fund) {
        String lower = fund.toLowerCase(Locale.ROOT);
        return ISSUERS.stream()
                .filter(issuer -> begins(lower, issuer.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(fund);
    }

    private static boolean begins(String name, String issuer) {
        return name.startsWith(issuer)
                && (name.length() == issuer.length() || !Character.isLetterOrDigit(name.charAt(issuer.length())));
    }
}
