package dev.exdate.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How a source is asked where no setting says otherwise. */
public interface SourceProfile {
    SourceId id();

    /** Scheme and host, perhaps a path prefix, without a slash at the end. */
    String baseUrl();

    /** For the whole run, over all tasks. */
    double requestsPerSecond();

    /** Requests under way at once, over all tasks. */
    int concurrency();

    /** Of one attempt, from connect to the last byte. */
    default Duration timeout() {
        return Duration.ofSeconds(30);
    }

    /** Requests a New York day, 0 for no limit. */
    default int dailyBudget() {
        return 0;
    }

    /** What the source wants to see in every request. */
    Map<String, String> headers();

    /** The setting with the source's key, {@code FMP_API_KEY}; empty for a source that needs none. */
    default Optional<String> keySetting() {
        return Optional.empty();
    }
}
