package dev.exdate.source.yahoo;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Fields;
import dev.exdate.format.Format;
import dev.exdate.format.Payload;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.source.MarketFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What can be read of Yahoo: the chart, a row for each bar, dividend and split, told apart by {@code type}; the spark, a
 * row for each close.
 */
final class YahooFormats {
    private static final YahooChartParser CHARTS = new YahooChartParser();
    private static final YahooSparkParser SPARKS = new YahooSparkParser();

    private YahooFormats() {}

    static List<Format<?>> all() {
        return List.of(
                new Format<Map<String, Object>>("yahoo/chart", YahooFormats::rows, row -> row),
                new Format<Map<String, Object>>("yahoo/spark", YahooFormats::closes, row -> row));
    }

    private static Answer<Map<String, Object>> closes(Payload payload) {
        return switch (SPARKS.parse(payload)) {
            case Answer.Failed<YahooSpark>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<YahooSpark> ignored -> Answer.nothing();
            case Answer.Rows<YahooSpark>(List<YahooSpark> sparks) ->
                Answer.rowsOrNothing(sparks.stream()
                        .flatMap(spark -> spark.bars().stream()
                                .map(bar -> new Fields()
                                        .with(
                                                "symbol",
                                                YahooSource.SPELLING
                                                        .read(spark.symbol())
                                                        .orElse(null))
                                        .with("date", bar.date())
                                        .with("high", bar.high())
                                        .with("low", bar.low())
                                        .with("close", bar.close())
                                        .with("volume", bar.volume())
                                        .toMap()))
                        .toList());
        };
    }

    private static Answer<Map<String, Object>> rows(Payload payload) {
        return switch (CHARTS.parse(payload)) {
            case Answer.Failed<YahooChart>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<YahooChart> ignored -> Answer.nothing();
            case Answer.Rows<YahooChart>(List<YahooChart> charts) -> Answer.rowsOrNothing(rows(charts.getFirst()));
        };
    }

    private static List<Map<String, Object>> rows(YahooChart chart) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PriceBar bar : chart.bars()) {
            rows.add(MarketFields.price(typed("price"), bar).toMap());
        }
        for (Distribution dividend : chart.dividends()) {
            rows.add(MarketFields.dividend(typed("dividend"), dividend).toMap());
        }
        for (Split split : chart.splits()) {
            rows.add(MarketFields.split(typed("split"), split).toMap());
        }
        return rows;
    }

    private static Fields typed(String type) {
        return new Fields().with("type", type);
    }
}
