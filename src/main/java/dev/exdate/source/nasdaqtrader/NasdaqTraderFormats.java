package dev.exdate.source.nasdaqtrader;

import dev.exdate.format.Fields;
import dev.exdate.format.Format;
import java.util.List;
import java.util.Map;

/** What can be read of Nasdaq Trader. */
final class NasdaqTraderFormats {
    private NasdaqTraderFormats() {}

    static List<Format<?>> all() {
        return List.of(
                new Format<>("nasdaqtrader/nasdaqlisted", DirectoryParser.nasdaqListed(), NasdaqTraderFormats::fields),
                new Format<>("nasdaqtrader/otherlisted", DirectoryParser.otherListed(), NasdaqTraderFormats::fields));
    }

    private static Map<String, Object> fields(ListedLine line) {
        Boolean etf = line.etf();
        return new Fields()
                .with("symbol", line.ticker())
                .with("name", line.name().isEmpty() ? null : line.name())
                .with("exchange", line.exchange())
                .with("type", etf == null ? null : etf ? "etf" : "stock")
                .toMap();
    }
}
