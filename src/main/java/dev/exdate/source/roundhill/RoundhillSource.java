package dev.exdate.source.roundhill;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.source.issuer.IssuerPosition;
import java.util.List;
import java.util.Map;

/** Roundhill: one holdings file per day for all its funds. */
public final class RoundhillSource implements Source {
    public static final SourceId ID = new SourceId("roundhill");

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public String label() {
        return "Roundhill";
    }

    @Override
    public String baseUrl() {
        return "https://www.roundhillinvestments.com";
    }

    @Override
    public double requestsPerSecond() {
        return 1;
    }

    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public Map<String, String> headers() {
        return Headers.file();
    }

    @Override
    public List<Format<?>> formats() {
        return List.of(new Format<>("holdings/roundhill", new RoundhillParser(), IssuerPosition::fields));
    }
}
