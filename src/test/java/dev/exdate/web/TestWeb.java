package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Sources;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real way out to HTTP with all sources on one loopback address, fast and with little patience. */
public final class TestWeb {
    static final Parser<String> TEXT = payload -> payload.status() == 404
            ? Answer.failed(Failure.NOT_FOUND, "HTTP 404")
            : Answer.rowsOrNothing(payload.text().isEmpty() ? List.of() : List.of(payload.text()));

    private TestWeb() {}

    public static HttpWeb at(URI address) {
        return at(address, Map.of());
    }

    /** @param more settings, {@code FMP_API_KEY} for one */
    public static HttpWeb at(URI address, Map<String, String> more) {
        return new HttpWeb(
                settings(address, more),
                (source, limit) -> true,
                new RetryPolicy(3, Duration.ofMillis(10), Duration.ofSeconds(2)));
    }

    /** Everything that is answered is kept. */
    public static HttpWeb keeping(URI address, AnswerArchive archive) {
        return keeping(address, archive, Map.of());
    }

    /** @param more settings */
    public static HttpWeb keeping(URI address, AnswerArchive archive, Map<String, String> more) {
        return new HttpWeb(
                settings(address, more),
                (source, limit) -> true,
                new RetryPolicy(1, Duration.ofMillis(10), Duration.ofSeconds(2)),
                archive);
    }

    /** Asks one source once; a 404 is a failure, all else is the body's text. */
    static Answer<String> fetch(URI address, SourceId source, String path, Map<String, String> more)
            throws InterruptedException {
        try (HttpWeb web = at(address, more)) {
            return web.source(source).fetch(Request.of(path), TEXT);
        }
    }

    public static Settings settings(URI address, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        for (SourceId id : Sources.ids()) {
            settings.put("EXDATE_SOURCE_" + id.name() + "_BASE_URL", address.toString());
            settings.put("EXDATE_SOURCE_" + id.name() + "_REQUESTS_PER_SECOND", "1000");
            settings.put("EXDATE_SOURCE_" + id.name() + "_CONCURRENCY", "8");
            settings.put("EXDATE_SOURCE_" + id.name() + "_TIMEOUT", "5s");
        }
        settings.putAll(more);
        return Settings.of(settings, Path.of("target"), Optional.empty());
    }
}
