package dev.exdate.sandbox.site.alphavantage;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Company;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutYear;
import dev.exdate.sandbox.market.Position;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.site.HoldingsText;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Alpha Vantage's answers: all numbers are text, errors are objects with one key. */
final class AlphaVantageText {
    private final Market market;
    private final Spelling spelling;

    AlphaVantageText(Market market, Spelling spelling) {
        this.market = market;
        this.spelling = spelling;
    }

    /** As paid, newest first; an unknown symbol gives no data. */
    String dividends(String symbol) {
        JsonText json = new JsonText().object().field("symbol", symbol).array("data");
        List<Payout> payouts = spelling.find(symbol)
                .map(listing -> market.payouts(listing.ticker()))
                .orElse(List.of());
        payouts.reversed().stream()
                .filter(payout -> payout.sources().contains(AlphaVantageSource.ID))
                .forEach(payout -> {
                    boolean old = payout.exDate().isBefore(market.today().minusYears(3));
                    json.object()
                            .field("ex_dividend_date", payout.exDate().toString())
                            .field(
                                    "declaration_date",
                                    old ? "None" : payout.declared().toString())
                            .field(
                                    "record_date",
                                    old ? "None" : payout.recordDate().toString())
                            .field(
                                    "payment_date",
                                    old ? "None" : payout.payDate().toString())
                            .field("amount", market.rounded(payout.amount()).toPlainString())
                            .end();
                });
        return json.text();
    }

    /** Empty for unknown symbols and funds. */
    String overview(String symbol) {
        JsonText json = new JsonText().object();
        spelling.find(symbol).filter(listing -> !new Company(listing).isFund()).ifPresent(listing -> {
            Optional<Payout> last = market.payouts(listing.ticker()).reversed().stream()
                    .filter(payout -> !payout.exDate().isAfter(market.today()))
                    .findFirst();
            BigDecimal yearly = PayoutYear.of(market, listing).amount();
            json.field("Symbol", symbol)
                    .field("AssetType", "Common Stock")
                    .field("Name", listing.company())
                    .field("Exchange", exchange(listing))
                    .field("Currency", "USD")
                    .field("Country", "USA")
                    .field("Sector", listing.sector().toUpperCase(Locale.ROOT))
                    .field("Industry", listing.industry().toUpperCase(Locale.ROOT))
                    .field(
                            "MarketCapitalization",
                            listing.marketCap() == 0 ? "None" : Long.toString(listing.marketCap()))
                    .field("PERatio", "-")
                    .field("DividendPerShare", yearly.signum() == 0 ? "None" : yearly.toPlainString())
                    .field("DividendYield", fraction(listing, yearly))
                    .field("Beta", new Company(listing).beta().toPlainString())
                    .field(
                            "DividendDate",
                            last.map(payout -> payout.payDate().toString()).orElse("None"))
                    .field(
                            "ExDividendDate",
                            last.map(payout -> payout.exDate().toString()).orElse("None"));
        });
        return json.text();
    }

    private String fraction(Listing listing, BigDecimal yearly) {
        return Quote.of(market, listing.ticker())
                .filter(quote -> yearly.signum() > 0)
                .map(quote ->
                        yearly.divide(quote.price(), 4, RoundingMode.HALF_UP).toPlainString())
                .orElse("None");
    }

    String fund(String symbol) {
        JsonText json = new JsonText().object();
        spelling.find(symbol).filter(listing -> new Company(listing).isFund()).ifPresent(fund -> {
            List<Position> positions = market.holdings(fund.ticker());
            BigDecimal assets = positions.stream().map(Position::marketValue).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal ratio = fund.expenseRatio();
            json.field("net_assets", assets.setScale(0, RoundingMode.HALF_UP).toPlainString())
                    .field("net_expense_ratio", ratio == null ? "n/a" : ratio.toPlainString())
                    .field("portfolio_turnover", "n/a")
                    .field(
                            "dividend_yield",
                            fraction(fund, PayoutYear.of(market, fund).amount()))
                    .field("inception_date", new Company(fund).since().toString())
                    .field("leveraged", "NO")
                    .array("sectors")
                    .object()
                    .field("sector", "INFORMATION TECHNOLOGY")
                    .field("weight", "0.975")
                    .end()
                    .end()
                    .array("holdings");
            positions.forEach(position -> json.object()
                    .field("symbol", position.asset().matches("[A-Z]{1,6}") ? position.asset() : "n/a")
                    .field("description", position.name().toUpperCase(Locale.ROOT))
                    .field("weight", position.weight().movePointLeft(2).toPlainString())
                    .end());
        });
        return json.text();
    }

    String quote(String symbol) {
        JsonText json = new JsonText().object().object("Global Quote");
        spelling.find(symbol)
                .flatMap(listing -> Quote.of(market, listing.ticker()))
                .ifPresent(quote -> json.field("01. symbol", symbol)
                        .field("02. open", quote.last().open().toPlainString())
                        .field("03. high", quote.last().high().toPlainString())
                        .field("04. low", quote.last().low().toPlainString())
                        .field("05. price", quote.price().toPlainString())
                        .field("06. volume", Long.toString(quote.last().volume()))
                        .field("07. latest trading day", quote.date().toString())
                        .field("08. previous close", quote.previousClose().toPlainString())
                        .field("09. change", quote.change().toPlainString())
                        .field("10. change percent", quote.changePercent().toPlainString() + "%"));
        return json.text();
    }

    /** CSV with CRLF; {@code delisted} lists those of the past. */
    String listings(boolean delisted) {
        StringBuilder csv = new StringBuilder("symbol,name,exchange,assetType,ipoDate,delistingDate,status\r\n");
        if (delisted) {
            LocalDate day = market.today().minusDays(90);
            return csv.append("ZZPAST,Zed Past Inc,NASDAQ,Stock,2001-03-06,")
                    .append(day)
                    .append(",Delisted\r\n")
                    .toString();
        }
        for (Listing listing : market.listings()) {
            Company company = new Company(listing);
            csv.append(spelling.of(listing.ticker()))
                    .append(',')
                    .append(Chance.oneIn(40, "nameless", listing.ticker()) ? "" : HoldingsText.csv(listing.company()))
                    .append(',')
                    .append(exchange(listing))
                    .append(',')
                    .append(company.isFund() ? "ETF" : "Stock")
                    .append(',')
                    .append(company.since())
                    .append(",null,Active\r\n");
        }
        return csv.toString();
    }

    static String error(String key, String text) {
        return new JsonText().object().field(key, text).text();
    }

    private static String exchange(Listing listing) {
        return switch (listing.exchange()) {
            case "PCX" -> "NYSE ARCA";
            case "AMEX" -> "NYSE MKT";
            default -> listing.exchange();
        };
    }
}
