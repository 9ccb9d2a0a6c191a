package dev.exdate.source.cboe;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.task.TaskName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dividend notices of Cboe. */
public final class CboeSource implements Source {
    public static final SourceId ID = new SourceId("cboe");
    public static final TaskName SCRAPER = TaskName.scraper("cboe", "CBOE", "📊");

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
        return "https://www.cboe.com";
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
        return Headers.page();
    }

    @Override
    public Optional<TaskName> scraper() {
        return Optional.of(SCRAPER);
    }

    @Override
    public List<Format<?>> formats() {
        return List.of(
                new Format<>("cboe/year", new YearParser(), Notice::fields),
                new Format<>("cboe/details", new DetailsParser(), NoticedDividend::fields));
    }
}
