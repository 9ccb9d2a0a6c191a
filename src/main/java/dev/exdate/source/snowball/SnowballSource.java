package dev.exdate.source.snowball;

import dev.exdate.format.Format;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.task.TaskName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snowball's calendar of declared dividends. */
public final class SnowballSource implements Source {
    public static final SourceId ID = new SourceId("snowball");

    static final SymbolSpelling SPELLING = SymbolSpelling.DASHED;
    public static final TaskName SCRAPER = TaskName.scraper("snowball", "Snowball", "⛄");

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
        return "https://snowball-analytics.com";
    }

    @Override
    public double requestsPerSecond() {
        return 0.25;
    }

    @Override
    public int concurrency() {
        return 1;
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
    public Optional<TaskName> scraper() {
        return Optional.of(SCRAPER);
    }

    @Override
    public List<Format<?>> formats() {
        return List.of(new Format<>("snowball/calendar", new CalendarParser(), CalendarDividend::fields));
    }
}
