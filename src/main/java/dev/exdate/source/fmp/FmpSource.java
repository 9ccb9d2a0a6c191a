package dev.exdate.source.fmp;

import dev.exdate.format.Format;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Financial Modeling Prep, a paid source. */
public final class FmpSource implements Source {
    public static final SourceId ID = new SourceId("fmp");

    public static final SymbolSpelling SPELLING = SymbolSpelling.DASHED;

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public String label() {
        return "FMP";
    }

    @Override
    public String baseUrl() {
        return "https://financialmodelingprep.com";
    }

    @Override
    public double requestsPerSecond() {
        return 5;
    }

    @Override
    public int concurrency() {
        return 8;
    }

    /** For lists and files of all symbols. */
    @Override
    public Duration timeout() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Map<String, String> headers() {
        return Headers.program();
    }

    @Override
    public Optional<String> keySetting() {
        return Optional.of("FMP_API_KEY");
    }

    @Override
    public SymbolSpelling spelling() {
        return SPELLING;
    }

    @Override
    public List<Format<?>> formats() {
        return FmpFormats.all();
    }
}
