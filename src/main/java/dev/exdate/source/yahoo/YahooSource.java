package dev.exdate.source.yahoo;

import dev.exdate.format.Format;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import java.util.List;
import java.util.Map;

/** Yahoo's charts: prices, dividends and splits of a symbol in one answer. */
public final class YahooSource implements Source {
    public static final SourceId ID = new SourceId("yahoo");

    public static final SymbolSpelling SPELLING = SymbolSpelling.DASHED;

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public String label() {
        return "Yahoo";
    }

    @Override
    public String baseUrl() {
        return "https://query1.finance.yahoo.com";
    }

    @Override
    public double requestsPerSecond() {
        return 2;
    }

    @Override
    public int concurrency() {
        return 12;
    }

    @Override
    public Map<String, String> headers() {
        return Headers.data();
    }

    @Override
    public SymbolSpelling spelling() {
        return SPELLING;
    }

    @Override
    public List<Format<?>> formats() {
        return YahooFormats.all();
    }
}
