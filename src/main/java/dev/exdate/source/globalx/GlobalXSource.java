package dev.exdate.source.globalx;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.source.issuer.IssuerPosition;
import java.util.List;
import java.util.Map;

/** Global X: one holdings file per fund and day. */
public final class GlobalXSource implements Source {
    public static final SourceId ID = new SourceId("globalx");

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public String label() {
        return "Global X";
    }

    @Override
    public String baseUrl() {
        return "https://assets.globalxetfs.com";
    }

    @Override
    public double requestsPerSecond() {
        return 2;
    }

    @Override
    public int concurrency() {
        return 2;
    }

    @Override
    public Map<String, String> headers() {
        return Headers.file();
    }

    @Override
    public List<Format<?>> formats() {
        return List.of(new Format<>("holdings/globalx", new GlobalXParser(), IssuerPosition::fields));
    }
}
