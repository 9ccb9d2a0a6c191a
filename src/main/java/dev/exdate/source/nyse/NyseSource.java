package dev.exdate.source.nyse;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.task.TaskName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** NYSE: ex-dates that are not record dates, and corporate actions. */
public final class NyseSource implements Source {
    public static final SourceId ID = new SourceId("nyse");
    public static final TaskName SCRAPER = TaskName.scraper("nyse", "NYSE", "🏛️");

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
        return "https://www.nyse.com";
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
        return NyseFormats.all();
    }
}
