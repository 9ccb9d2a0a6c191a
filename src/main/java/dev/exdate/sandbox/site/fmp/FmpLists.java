package dev.exdate.sandbox.site.fmp;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Company;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.PayoutYear;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import java.util.List;
import java.util.function.Predicate;

/** FMP's lists of symbols: world-wide, so that foreign lines stand among the others; a name may be missing. */
final class FmpLists {
    private static final List<String> FOREIGN = List.of("ZZHONG.HK", "ZZLON.L", "ZZTOR.TO");

    private final Market market;
    private final Spelling spelling;

    FmpLists(Market market, Spelling spelling) {
        this.market = market;
        this.spelling = spelling;
    }

    String stocks() {
        return symbols("companyName", listing -> true);
    }

    String traded() {
        return symbols("name", listing -> true);
    }

    String funds() {
        return symbols("name", listing -> new Company(listing).isFund());
    }

    private String symbols(String nameField, Predicate<Listing> chosen) {
        JsonText json = new JsonText().array();
        market.listings().stream()
                .filter(chosen)
                .forEach(listing -> json.object()
                        .field("symbol", spelling.of(listing.ticker()))
                        .field(nameField, listing.company())
                        .end());
        FOREIGN.forEach(symbol -> json.object()
                .field("symbol", symbol)
                .field(nameField, symbol.endsWith(".TO") ? null : "Zed Foreign Holdings Limited")
                .end());
        return json.text();
    }

    String screener(int limit) {
        JsonText json = new JsonText().array();
        market.listings().stream().limit(limit).forEach(listing -> screened(json, listing));
        return json.text();
    }

    private void screened(JsonText json, Listing listing) {
        Company company = new Company(listing);
        json.object().field("symbol", spelling.of(listing.ticker())).field("companyName", listing.company());
        if (listing.marketCap() == 0) {
            json.absent("marketCap");
        } else {
            json.field("marketCap", listing.marketCap());
        }
        json.field("sector", listing.sector().isEmpty() ? "Financial Services" : listing.sector())
                .field("industry", listing.industry())
                .field("beta", Chance.oneIn(9, "beta", listing.ticker()) ? null : company.beta());
        Quote.of(market, listing.ticker())
                .ifPresent(quote -> json.field("price", quote.price())
                        .field(
                                "lastAnnualDividend",
                                PayoutYear.of(market, listing).amount())
                        .field("volume", quote.last().volume()));
        json.field("exchange", company.exchangeName())
                .field("exchangeShortName", FmpCompanies.exchange(listing))
                .field("country", "US")
                .field("isEtf", company.isFund())
                .field("isFund", false)
                .field("isActivelyTrading", true)
                .end();
    }

    /** Companies of the past; the first leaves only next month. */
    String delisted(int page) {
        JsonText json = new JsonText().array();
        if (page == 0) {
            json.object()
                    .field("symbol", "ZZGONE")
                    .field("companyName", "Zed Gone Corporation")
                    .field("exchange", "NYSE")
                    .field("ipoDate", "1999-05-04")
                    .field("delistedDate", market.today().plusDays(30).toString())
                    .end()
                    .object()
                    .field("symbol", "ZZPAST")
                    .field("companyName", "Zed Past Inc.")
                    .field("exchange", "NASDAQ")
                    .field("ipoDate", "2001-03-06")
                    .field("delistedDate", market.today().minusDays(90).toString())
                    .end();
        }
        return json.text();
    }

    /** All profiles as CSV behind a byte-order mark, everything quoted; one part holds them all. */
    String profiles(int part) {
        StringBuilder csv = new StringBuilder(
                "\uFEFF\"symbol\",\"price\",\"marketCap\",\"beta\",\"lastDividend\",\"companyName\","
                        + "\"currency\",\"exchangeFullName\",\"exchange\",\"industry\",\"description\",\"sector\",\"isEtf\",\"isFund\"\n");
        if (part > 0) {
            return csv.toString();
        }
        for (Listing listing : market.listings()) {
            Company company = new Company(listing);
            List<String> cells = List.of(
                    spelling.of(listing.ticker()),
                    Quote.of(market, listing.ticker())
                            .map(quote -> quote.price().toPlainString())
                            .orElse(""),
                    Long.toString(listing.marketCap()),
                    company.beta().toPlainString(),
                    "0",
                    listing.company(),
                    "USD",
                    company.exchangeName(),
                    FmpCompanies.exchange(listing),
                    listing.industry(),
                    FmpCompanies.description(listing),
                    listing.sector(),
                    Boolean.toString(company.isFund()),
                    "false");
            csv.append('"')
                    .append(String.join(
                            "\",\"",
                            cells.stream()
                                    .map(cell -> cell.replace("\"", "\"\""))
                                    .toList()))
                    .append("\"\n");
        }
        return csv.toString();
    }
}
