package dev.exdate.source.yieldmax;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.source.issuer.IssuerPosition;
import dev.exdate.source.issuer.TidalParser;
import dev.exdate.task.TaskName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The site of YieldMax: a page for each fund, and a holdings file. */
public final class YieldMaxSource implements Source {
    public static final SourceId ID = new SourceId("yieldmax");
    public static final TaskName SCRAPER = TaskName.scraper("yieldmax", "YieldMax", "📰");

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public String label() {
        return SCRAPER.label();
    }

    @Override
    public String baseUrl() {
        return "https://yieldmaxetfs.com";
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
        return Headers.page();
    }

    @Override
    public Optional<TaskName> scraper() {
        return Optional.of(SCRAPER);
    }

    @Override
    public List<Format<?>> formats() {
        return List.of(
                new Format<>("yieldmax/fund", new FundPageParser(), Declaration::fields),
                new Format<>("holdings/tidal", new TidalParser(), IssuerPosition::fields));
    }
}
