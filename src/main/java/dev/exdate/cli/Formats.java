package dev.exdate.cli;

import dev.exdate.format.Format;
import dev.exdate.holdings.IssuerFormats;
import dev.exdate.scraper.yieldmax.YieldMaxFormats;
import dev.exdate.source.alphavantage.AlphaVantageFormats;
import dev.exdate.source.cboe.CboeFormats;
import dev.exdate.source.fmp.FmpFormats;
import dev.exdate.source.nasdaq.NasdaqFormats;
import dev.exdate.source.nasdaqtrader.NasdaqTraderFormats;
import dev.exdate.source.nyse.NyseFormats;
import dev.exdate.source.snowball.SnowballFormats;
import dev.exdate.source.yahoo.YahooFormats;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of answers that can be read. */
final class Formats {
    private final List<Format<?>> all = Stream.of(
                    YieldMaxFormats.all(),
                    CboeFormats.all(),
                    NasdaqFormats.all(),
                    NyseFormats.all(),
                    SnowballFormats.all(),
                    YahooFormats.all(),
                    FmpFormats.all(),
                    AlphaVantageFormats.all(),
                    NasdaqTraderFormats.all(),
                    IssuerFormats.all())
            .<Format<?>>flatMap(List::stream)
            .toList();

    List<String> kinds() {
        return all.stream().<String>map(Format::kind).toList();
    }

    Optional<Format<?>> find(String kind) {
        return all.stream().filter(format -> format.kind().equals(kind)).findFirst();
    }
}
