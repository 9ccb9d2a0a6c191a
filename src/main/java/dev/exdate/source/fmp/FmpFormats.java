package dev.exdate.source.fmp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Fields;
import dev.exdate.format.Format;
import dev.exdate.format.JsonTree;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.source.MarketFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be read of FMP. */
final class FmpFormats {
    private FmpFormats() {}

    static List<Format<?>> all() {
        return List.of(
                new Format<>("fmp/eod-full", FmpParsers.prices(), bar -> price(new Fields(), bar)),
                new Format<>(
                        "fmp/eod-bulk",
                        FmpBulkParser.prices(),
                        bulk -> price(new Fields().with("symbol", bulk.ticker()), bulk.bar())),
                new Format<>("fmp/dividends", FmpParsers.dividends(), FmpFormats::dividend),
                new Format<>("fmp/dividends-calendar", FmpParsers.dividends(), FmpFormats::dividend),
                new Format<>("fmp/splits", splitsWithSymbol(), row -> row),
                new Format<>("fmp/profile", FmpParsers.profile(), FmpFormats::profile),
                new Format<>("fmp/profile-bulk", FmpBulkParser.profiles(), FmpFormats::profile),
                new Format<>("fmp/etf-holdings", FmpParsers.holdings(), FmpFormats::holding),
                new Format<>("fmp/etf-info", FmpParsers.fundInfo(), FmpFormats::fund),
                new Format<>("fmp/stock-list", FmpParsers.symbols(), FmpFormats::symbol),
                new Format<>("fmp/etf-list", FmpParsers.symbols(), FmpFormats::symbol));
    }

    private static Map<String, Object> price(Fields fields, PriceBar bar) {
        return MarketFields.price(fields, bar).toMap();
    }

    private static Map<String, Object> dividend(Distribution dividend) {
        return MarketFields.dividend(new Fields(), dividend).toMap();
    }

    private static FmpJson<Map<String, Object>> splitsWithSymbol() {
        return new FmpJson<>(
                "splits", List.of("date", "numerator", "denominator"), row -> split(row, FmpParsers.split(row)));
    }

    private static Map<String, Object> split(JsonNode row, Split split) {
        @Nullable String symbol = JsonTree.text(row, "symbol");
        Fields fields = new Fields().with("symbol", symbol == null ? null : FmpJson.ticker(row));
        return MarketFields.split(fields, split).toMap();
    }

    private static Map<String, Object> profile(FmpProfile profile) {
        return new Fields()
                .with("symbol", profile.ticker())
                .with("name", profile.companyName())
                .with("sector", profile.sector())
                .with("industry", profile.industry())
                .with("marketCap", profile.marketCap())
                .with("currency", profile.currency())
                .with("exchange", profile.exchange())
                .with("type", profile.isEtf() ? "etf" : profile.isFund() ? "fund" : "stock")
                .toMap();
    }

    private static Map<String, Object> holding(FmpHolding holding) {
        return new Fields()
                .with("asset", holding.asset())
                .with("name", holding.name())
                .with("shares", holding.sharesNumber())
                .with("weight", holding.weightPercentage())
                .with("marketValue", holding.marketValue())
                .toMap();
    }

    private static Map<String, Object> fund(FmpFundInfo fund) {
        return new Fields()
                .with("symbol", fund.ticker())
                .with("name", fund.name())
                .with("expenseRatio", fund.expenseRatio())
                .toMap();
    }

    private static Map<String, Object> symbol(FmpSymbol symbol) {
        return new Fields()
                .with("symbol", symbol.ticker())
                .with("name", symbol.name())
                .toMap();
    }
}
