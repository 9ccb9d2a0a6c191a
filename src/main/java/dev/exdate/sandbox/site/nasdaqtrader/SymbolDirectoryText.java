package dev.exdate.sandbox.site.nasdaqtrader;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.UsDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The symbol directory of Nasdaq Trader: pipes, CRLF, test issues among the rest, a trailer that proves it whole. */
final class SymbolDirectoryText {
    private static final String END = "\r\n";
    private static final List<String> STATUS = List.of("N", "N", "N", "N", "N", "N", "D", "N", "E", "N");

    private final Market market;

    SymbolDirectoryText(Market market) {
        this.market = market;
    }

    String nasdaqListed() {
        StringBuilder text = new StringBuilder(
                        "Symbol|Security Name|Market Category|Test Issue|Financial Status|Round Lot Size|ETF|NextShares")
                .append(END);
        for (Listing listing : market.listings()) {
            if (listing.exchange().equals("NASDAQ")) {
                text.append(String.join(
                                "|",
                                nasdaqSymbol(listing),
                                listing.name(),
                                isFund(listing) ? "G" : "Q",
                                "N",
                                STATUS.get(Chance.of(STATUS.size(), "status", listing.ticker())),
                                "100",
                                fundFlag(listing),
                                "N"))
                        .append(END);
            }
        }
        return text.append("ZAZZT|Tick Pilot Test Stock Class A Common Stock|G|Y|N|100|N|N")
                .append(END)
                .append("ZXZZT|NASDAQ TEST STOCK|G|Y|N|100||N")
                .append(END)
                .append(trailer("||||||"))
                .toString();
    }

    String otherListed() {
        StringBuilder text = new StringBuilder(
                        "ACT Symbol|Security Name|Exchange|CQS Symbol|ETF|Round Lot Size|Test Issue|NASDAQ Symbol")
                .append(END);
        for (Listing listing : market.listings()) {
            if (!listing.exchange().equals("NASDAQ")) {
                text.append(String.join(
                                "|",
                                listing.ticker().symbol(),
                                listing.name(),
                                exchange(listing),
                                cqsSymbol(listing),
                                fundFlag(listing),
                                "100",
                                "N",
                                nasdaqSymbol(listing)))
                        .append(END);
            }
        }
        return text.append("ZVZZT|NYSE TEST \"STOCK\"  One|N|ZVZZT|N|100|Y|ZVZZT")
                .append(END)
                .append(trailer("||||||"))
                .toString();
    }

    String nasdaqTraded() {
        StringBuilder text = new StringBuilder(
                        "Nasdaq Traded|Symbol|Security Name|Listing Exchange|Market Category|ETF|"
                                + "Round Lot Size|Test Issue|Financial Status|CQS Symbol|NASDAQ Symbol|NextShares")
                .append(END);
        for (Listing listing : market.listings()) {
            boolean nasdaq = listing.exchange().equals("NASDAQ");
            text.append(String.join(
                            "|",
                            "Y",
                            listing.ticker().symbol(),
                            listing.name(),
                            nasdaq ? "Q" : exchange(listing),
                            nasdaq ? "G" : " ",
                            fundFlag(listing),
                            "100",
                            "N",
                            nasdaq ? "N" : "",
                            nasdaq ? "" : cqsSymbol(listing),
                            nasdaqSymbol(listing),
                            "N"))
                    .append(END);
        }
        return text.append(trailer("||||||||||")).toString();
    }

    /** What the site sends for a wrong path, with status 200. */
    static String notAvailable() {
        return """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
                <html xmlns="http://www.w3.org/1999/xhtml" >

                <head id="Head1">
                <title>Page Not Available</title>
                </head>
                <body><p>The page you requested is not available.</p></body>
                </html>
                """;
    }

    private String trailer(String pipes) {
        LocalDate today = market.today();
        return "File Creation Time: " + UsDate.compact(today) + "21:31" + pipes + END;
    }

    private static boolean isFund(Listing listing) {
        return listing.kind() == Listing.Kind.ETF || listing.kind() == Listing.Kind.OPTION_FUND;
    }

    private static String fundFlag(Listing listing) {
        return isFund(listing) ? "Y" : "N";
    }

    private static String exchange(Listing listing) {
        return switch (listing.exchange().toUpperCase(Locale.ROOT)) {
            case "NYSE" -> "N";
            case "AMEX" -> "A";
            case "PCX" -> "P";
            case "BATS" -> "Z";
            default -> "V";
        };
    }

    private static String cqsSymbol(Listing listing) {
        return listing.ticker().symbol().replace('$', 'p');
    }

    private static String nasdaqSymbol(Listing listing) {
        return listing.ticker().symbol().replace('$', '-');
    }
}
