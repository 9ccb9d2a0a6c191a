package dev.exdate.source.alphavantage;

import dev.exdate.format.Format;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alpha Vantage, with a free plan. */
public final class AlphaVantageSource implements Source {
    public static final SourceId ID = new SourceId("alphavantage");

    public static final SymbolSpelling SPELLING = SymbolSpelling.dashed("-P-", "U", "WS");

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public String label() {
        return "Alpha Vantage";
    }

    @Override
    public String baseUrl() {
        return "https://www.alphavantage.co";
    }

    @Override
    public double requestsPerSecond() {
        return 1;
    }

    @Override
    public int concurrency() {
        return 1;
    }

    /** For the list of all symbols. */
    @Override
    public Duration timeout() {
        return Duration.ofSeconds(60);
    }

    /** Of the free plan. */
    @Override
    public int dailyBudget() {
        return 25;
    }

    @Override
    public Map<String, String> headers() {
        return Headers.program();
    }

    @Override
    public Optional<String> keySetting() {
        return Optional.of("ALPHA_VANTAGE_API_KEY");
    }

    @Override
    public SymbolSpelling spelling() {
        return SPELLING;
    }

    @Override
    public List<Format<?>> formats() {
        return AlphaVantageFormats.all();
    }
}
