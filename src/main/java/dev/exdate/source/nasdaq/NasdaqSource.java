package dev.exdate.source.nasdaq;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.task.TaskName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** NASDAQ's site API: dividend calendar and screener. */
public final class NasdaqSource implements Source {
    public static final SourceId ID = new SourceId("nasdaq");
    public static final TaskName SCRAPER = TaskName.scraper("nasdaq", "NASDAQ", "📈");

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
        return "https://api.nasdaq.com";
    }

    @Override
    public double requestsPerSecond() {
        return 4;
    }

    @Override
    public int concurrency() {
        return 4;
    }

    /** It sometimes leaves a connection open without an answer. */
    @Override
    public Duration timeout() {
        return Duration.ofSeconds(15);
    }

    /** The headers that its own pages send. */
    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(Headers.data());
        headers.put("Accept", "application/json, text/plain, */*");
        headers.put("Origin", "https://www.nasdaq.com");
        headers.put("Referer", "https://www.nasdaq.com/");
        return headers;
    }

    @Override
    public Optional<TaskName> scraper() {
        return Optional.of(SCRAPER);
    }

    @Override
    public List<Format<?>> formats() {
        return NasdaqFormats.all();
    }
}
