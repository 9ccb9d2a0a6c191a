package dev.exdate.cli;

import dev.exdate.format.Format;
import dev.exdate.provider.alphavantage.AlphaVantageFormats;
import dev.exdate.provider.fmp.FmpFormats;
import dev.exdate.provider.issuer.IssuerFormats;
import dev.exdate.provider.nasdaq.NasdaqFormats;
import dev.exdate.provider.nasdaqtrader.NasdaqTraderFormats;
import dev.exdate.provider.yahoo.YahooFormats;
import dev.exdate.scraper.cboe.CboeFormats;
import dev.exdate.scraper.nyse.NyseFormats;
import dev.exdate.scraper.snowball.SnowballFormats;
import dev.exdate.scraper.yieldmax.YieldMaxFormats;
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
