package dev.exdate.sandbox.site.fmp;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Company;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.PayoutYear;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** FMP's facts on companies and their last prices. */
final class FmpCompanies {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Market market;
    private final Spelling spelling;

    FmpCompanies(Market market, Spelling spelling) {
        this.market = market;
        this.spelling = spelling;
    }

    static String description(Listing listing) {
        return listing.company() + " is made up; \"ZZ\" stands for nothing.";
    }

    String profile(Listing listing) {
        JsonText json = new JsonText().array().object();
        Company company = new Company(listing);
        List<Bar> year = year(listing);
        json.field("symbol", spelling.of(listing.ticker()));
        Quote.of(year).ifPresent(quote -> json.field("price", quote.price()));
        json.field("marketCap", listing.marketCap())
                .field("beta", company.beta())
                .field("lastDividend", PayoutYear.of(market, listing).amount())
                .field("range", range(year));
        Quote.of(year)
                .ifPresent(quote -> json.field("change", quote.change())
                        .field("changePercentage", quote.changePercent())
                        .field("volume", quote.last().volume()));
        return json.field("averageVolume", company.averageVolume())
                .field("companyName", listing.company())
                .field("currency", "USD")
                .field("cik", company.isFund() ? null : "%010d".formatted(Chance.of(2_000_000, listing.ticker())))
                .field("isin", company.isin())
                .field("cusip", company.cusip())
                .field("exchangeFullName", company.exchangeName())
                .field("exchange", exchange(listing))
                .field("industry", company.isFund() ? "Asset Management" : listing.industry())
                .field("website", "https://www.example.com")
                .field("description", description(listing))
                .field("ceo", company.isFund() ? "" : "Ms. Zoe Zed")
                .field("sector", company.isFund() ? "Financial Services" : listing.sector())
                .field("country", "US")
                .field("fullTimeEmployees", company.isFund() ? null : Integer.toString(company.employees()))
                .field("ipoDate", company.since().toString())
                .field("isEtf", company.isFund())
                .field("isActivelyTrading", true)
                .field("isAdr", false)
                .field("isFund", false)
                .text();
    }

    /** One element a known symbol; others are left out. */
    String quotes(List<String> symbols) {
        JsonText json = new JsonText().array();
        symbols.stream().map(spelling::find).flatMap(Optional::stream).forEach(listing -> quote(json, listing));
        return json.text();
    }

    private void quote(JsonText json, Listing listing) {
        List<Bar> year = year(listing);
        Quote.of(year)
                .ifPresent(quote -> json.object()
                        .field("symbol", spelling.of(listing.ticker()))
                        .field("name", listing.name())
                        .field("price", quote.price())
                        .field("changePercentage", quote.changePercent())
                        .field("change", quote.change())
                        .field("volume", quote.last().volume())
                        .field("dayLow", quote.last().low())
                        .field("dayHigh", quote.last().high())
                        .field("yearHigh", Quote.highest(year))
                        .field("yearLow", Quote.lowest(year))
                        .field("marketCap", listing.marketCap())
                        .field("priceAvg50", quote.price())
                        .field("priceAvg200", quote.price())
                        .field("exchange", exchange(listing))
                        .field("open", quote.last().open())
                        .field("previousClose", quote.previousClose())
                        .field(
                                "timestamp",
                                quote.date()
                                        .atTime(LocalTime.of(16, 0, 1))
                                        .atZone(NEW_YORK)
                                        .toEpochSecond())
                        .end());
    }

    private static String range(List<Bar> year) {
        return Quote.lowest(year).toPlainString() + "-" + Quote.highest(year).toPlainString();
    }

    private List<Bar> year(Listing listing) {
        return market.bars(listing.ticker(), market.today().minusYears(1), market.today());
    }

    /** The exchange's short name as this source has it: {@code CBOE} for the database's {@code BATS}. */
    static String exchange(Listing listing) {
        return switch (listing.exchange()) {
            case "PCX" -> "AMEX";
            case "BATS" -> "CBOE";
            default -> listing.exchange();
        };
    }
}
