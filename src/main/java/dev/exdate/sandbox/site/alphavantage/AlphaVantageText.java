package dev.exdate.sandbox.site.alphavantage;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Company;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutYear;
import dev.exdate.sandbox.market.Position;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.market.StockSplit;
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
    private static final int COMPACT = 100;
    private static final int YEARS_KEPT = 6;

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
                            .field("amount", payout.amount().toPlainString())
                            .end();
                });
        return json.text();
    }

    /** Raw prices; with {@code adjusted} the form that costs extra. */
    String daily(String symbol, boolean adjusted, boolean full) {
        Optional<Listing> found = spelling.find(symbol);
        if (found.isEmpty()) {
            return error(
                    "Error Message",
                    "Invalid API call. Please retry or visit the documentation (https://www.alphavantage.co/documentation/).");
        }
        Listing listing = found.get();
        List<Bar> bars = market.bars(listing.ticker(), market.today().minusYears(YEARS_KEPT), market.today())
                .reversed();
        List<Bar> shown = full ? bars : bars.subList(0, Math.min(COMPACT, bars.size()));
        JsonText json = new JsonText()
                .object()
                .object("Meta Data")
                .field(
                        "1. Information",
                        adjusted ? "Daily Time Series with Splits and Dividend Events" : "Daily Prices")
                .field("2. Symbol", symbol)
                .field("3. Last Refreshed", market.today().toString())
                .field("4. Output Size", full ? "Full size" : "Compact")
                .field("5. Time Zone", "US/Eastern")
                .end()
                .object("Time Series (Daily)");
        DailyEvents events = new DailyEvents(market.payouts(listing.ticker()), market.splits(listing.ticker()));
        shown.forEach(bar -> bar(json, bar, events, adjusted));
        return json.text();
    }

    private static void bar(JsonText json, Bar bar, DailyEvents events, boolean adjusted) {
        BigDecimal factor = events.factorAfter(bar.date());
        json.object(bar.date().toString())
                .field("1. open", raw(bar.open(), factor))
                .field("2. high", raw(bar.high(), factor))
                .field("3. low", raw(bar.low(), factor))
                .field("4. close", raw(bar.close(), factor));
        if (adjusted) {
            json.field("5. adjusted close", bar.adjClose().toPlainString())
                    .field("6. volume", Long.toString(bar.volume()))
                    .field(
                            "7. dividend amount",
                            events.dividend(bar.date())
                                    .setScale(4, RoundingMode.HALF_UP)
                                    .toPlainString())
                    .field(
                            "8. split coefficient",
                            events.coefficient(bar.date()).toPlainString());
        } else {
            json.field("5. volume", Long.toString(bar.volume()));
        }
        json.end();
    }

    private static String raw(BigDecimal price, BigDecimal factor) {
        return price.multiply(factor)
                .setScale(Math.max(4, price.scale()), RoundingMode.HALF_UP)
                .toPlainString();
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

    /** A symbol's payouts and splits by day. */
    private record DailyEvents(List<Payout> payouts, List<StockSplit> splits) {
        BigDecimal dividend(LocalDate day) {
            return payouts.stream()
                    .filter(payout ->
                            payout.exDate().equals(day) && payout.sources().contains(AlphaVantageSource.ID))
                    .map(Payout::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal coefficient(LocalDate day) {
            return splits.stream()
                    .filter(split -> split.date().equals(day))
                    .map(DailyEvents::ratio)
                    .reduce(new BigDecimal("1.0"), BigDecimal::multiply);
        }

        BigDecimal factorAfter(LocalDate day) {
            return splits.stream()
                    .filter(split -> split.date().isAfter(day))
                    .map(DailyEvents::ratio)
                    .reduce(BigDecimal.ONE, BigDecimal::multiply);
        }

        private static BigDecimal ratio(StockSplit split) {
            return split.numerator()
                    .divide(split.denominator(), 6, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
        }
    }
}
