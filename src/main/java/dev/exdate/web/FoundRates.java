package dev.exdate.web;

import dev.exdate.settings.SourceId;
import java.util.OptionalDouble;

/** The rates that were found for sources, from night to night. If it fails, it knows none. Thread-safe. */
public interface FoundRates {
    /** Requests a second; empty if none was found yet. */
    OptionalDouble of(SourceId source, String base);

    void keep(SourceId source, String base, double rate);

    /** Knows and keeps none. */
    static FoundRates none() {
        return new FoundRates() {
            @Override
            public OptionalDouble of(SourceId source, String base) {
                return OptionalDouble.empty();
            }

            @Override
            public void keep(SourceId source, String base, double rate) {}
        };
    }
}
