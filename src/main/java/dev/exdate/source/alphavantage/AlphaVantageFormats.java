package dev.exdate.source.alphavantage;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Fields;
import dev.exdate.format.Format;
import dev.exdate.format.Payload;
import dev.exdate.market.Distribution;
import dev.exdate.source.MarketFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be read of Alpha Vantage. */
final class AlphaVantageFormats {
    private AlphaVantageFormats() {}

    static List<Format<?>> all() {
        return List.of(
                new Format<>("alphavantage/dividends", AlphaVantageParsers.dividends(), AlphaVantageFormats::dividend),
                new Format<>("alphavantage/overview", AlphaVantageParsers.overview(), AlphaVantageFormats::company),
                new Format<Map<String, Object>>("alphavantage/etf-profile", AlphaVantageFormats::fund, row -> row),
                new Format<>("alphavantage/listing-status", new ListingStatusParser(), AlphaVantageFormats::listing),
                new Format<Map<String, Object>>("alphavantage/daily", AlphaVantageFormats::days, row -> row));
    }

    private static Map<String, Object> dividend(Distribution dividend) {
        return MarketFields.dividend(new Fields(), dividend).toMap();
    }

    private static Map<String, Object> company(AlphaVantageCompany company) {
        return new Fields()
                .with("symbol", company.ticker())
                .with("name", company.name())
                .with("exchange", company.exchange())
                .with("sector", company.sector())
                .with("industry", company.industry())
                .with("marketCap", company.marketCap())
                .with("currency", company.currency())
                .toMap();
    }

    /** The fund's own row first, then one row per holding. */
    private static Answer<Map<String, Object>> fund(Payload payload) {
        return switch (AlphaVantageParsers.fund().parse(payload)) {
            case Answer.Failed<AlphaVantageFund>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<AlphaVantageFund> ignored -> Answer.nothing();
            case Answer.Rows<AlphaVantageFund>(List<AlphaVantageFund> funds) -> {
                List<Map<String, Object>> rows = new ArrayList<>();
                Map<String, Object> own = new Fields()
                        .with("expenseRatio", funds.getFirst().netExpenseRatio())
                        .toMap();
                if (!own.isEmpty()) {
                    rows.add(own);
                }
                funds.getFirst()
                        .holdings()
                        .forEach(holding -> rows.add(new Fields()
                                .with("asset", holding.asset())
                                .with("name", holding.name())
                                .with("weight", holding.weight())
                                .toMap()));
                yield Answer.rowsOrNothing(rows);
            }
        };
    }

    private static Map<String, Object> listing(AlphaVantageListing listing) {
        return new Fields()
                .with("symbol", listing.ticker())
                .with("name", listing.name())
                .with("exchange", listing.exchange())
                .with("type", listing.assetType().toLowerCase(java.util.Locale.ROOT))
                .toMap();
    }

    /** A row for each bar, dividend and split, told apart by {@code type}. */
    private static Answer<Map<String, Object>> days(Payload payload) {
        return switch (AlphaVantageParsers.daily().parse(payload)) {
            case Answer.Failed<AlphaVantageDay>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<AlphaVantageDay> ignored -> Answer.nothing();
            case Answer.Rows<AlphaVantageDay>(List<AlphaVantageDay> days) ->
                new Answer.Rows<>(
                        days.stream().flatMap(AlphaVantageFormats::rows).toList());
        };
    }

    private static Stream<Map<String, Object>> rows(AlphaVantageDay day) {
        Stream.Builder<Map<String, Object>> rows = Stream.builder();
        rows.add(MarketFields.price(new Fields().with("type", "price"), day.bar())
                .toMap());
        if (day.dividend() != null) {
            rows.add(MarketFields.dividend(new Fields().with("type", "dividend"), day.dividend())
                    .toMap());
        }
        if (day.split() != null) {
            rows.add(MarketFields.split(new Fields().with("type", "split"), day.split())
                    .toMap());
        }
        return rows.build();
    }
}
