package dev.exdate.source.toy;

import dev.exdate.format.Format;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Headers;
import dev.exdate.source.Source;
import dev.exdate.task.TaskName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A source that only tests know: a file of dividends for each day. */
public final class ToySource implements Source {
    public static final SourceId ID = new SourceId("toy");
    public static final TaskName SCRAPER = TaskName.scraper("toy", "Toy", "🧸");

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
        return "https://toy.example";
    }

    @Override
    public double requestsPerSecond() {
        return 100;
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
    public Optional<String> keySetting() {
        return Optional.of("TOY_API_KEY");
    }

    @Override
    public Optional<TaskName> scraper() {
        return Optional.of(SCRAPER);
    }

    @Override
    public List<Format<?>> formats() {
        return List.of(new Format<>("toy/dividends", new ToyParser(), ToyDividend::fields));
    }
}
