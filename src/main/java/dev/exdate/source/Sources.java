package dev.exdate.source;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceCatalog;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.globalx.GlobalXSource;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.source.nasdaqtrader.NasdaqTraderSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.source.roundhill.RoundhillSource;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.source.yahoo.YahooSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import dev.exdate.task.TaskName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * The list of all sources. Scrapers are started and reported in its order.
 */
@RegisterForReflection
public final class Sources implements SourceCatalog {
    public static final List<Source> ALL = List.of(
            new YieldMaxSource(),
            new GlobeNewswireSource(),
            new CboeSource(),
            new NasdaqSource(),
            new NyseSource(),
            new SnowballSource(),
            new YahooSource(),
            new FmpSource(),
            new AlphaVantageSource(),
            new NasdaqTraderSource(),
            new RoundhillSource(),
            new GlobalXSource());

    private final List<Source> sources;

    /** The program's own sources, as a service. */
    public Sources() {
        this(ALL);
    }

    /** Other sources, for a test. */
    public Sources(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public List<Source> sources() {
        return sources;
    }

    @Override
    public List<String> scrapers() {
        return tasks(sources).stream().map(TaskName::id).toList();
    }

    public static List<SourceId> ids() {
        return ALL.stream().map(Source::id).toList();
    }

    /** The scrapers, in the order of their sources. */
    public static List<TaskName> scraperTasks() {
        return tasks(ALL);
    }

    private static List<TaskName> tasks(List<Source> sources) {
        return sources.stream().map(Source::scraper).flatMap(Optional::stream).toList();
    }

    /** All kinds of answers that can be read. */
    public static List<Format<?>> formats() {
        return ALL.stream()
                .map(Source::formats)
                .<Format<?>>flatMap(List::stream)
                .toList();
    }
}
