package dev.exdate.web;

import dev.exdate.settings.SourceId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests went out since a run began, by source. Thread-safe. */
@Singleton
public final class RequestCounts {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /** A run begins. */
    public void begin() {
        counts.clear();
    }

    void count(SourceId source) {
        counts.merge(source.id(), 1L, Long::sum);
    }

    public SortedMap<String, Long> sinceBegin() {
        return new TreeMap<>(counts);
    }
}
