package dev.exdate.source.globenewswire;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.source.yieldmax.Declaration;
import java.util.List;
import java.util.Map;

/** GlobeNewswire, for the press releases of YieldMax. */
public final class GlobeNewswireSource implements Source {
    public static final SourceId ID = new SourceId("globenewswire");

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public String label() {
        return "GlobeNewswire";
    }

    @Override
    public String baseUrl() {
        return "https://www.globenewswire.com";
    }

    @Override
    public double requestsPerSecond() {
        return 1;
    }

    @Override
    public int concurrency() {
        return 2;
    }

    @Override
    public Map<String, String> headers() {
        return Headers.page();
    }

    @Override
    public List<Format<?>> formats() {
        return List.of(new Format<>("yieldmax/release", new ReleaseParser(), Declaration::fields));
    }
}
