package dev.exdate.source.nasdaqtrader;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The symbol directory of Nasdaq Trader. */
public final class NasdaqTraderSource implements Source {
    public static final SourceId ID = new SourceId("nasdaqtrader");

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public String label() {
        return "Nasdaq Trader";
    }

    @Override
    public String baseUrl() {
        return "https://www.nasdaqtrader.com";
    }

    @Override
    public double requestsPerSecond() {
        return 1;
    }

    @Override
    public int concurrency() {
        return 1;
    }

    /** For lists of all symbols. */
    @Override
    public Duration timeout() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Map<String, String> headers() {
        return Headers.file();
    }

    @Override
    public List<Format<?>> formats() {
        return NasdaqTraderFormats.all();
    }
}
