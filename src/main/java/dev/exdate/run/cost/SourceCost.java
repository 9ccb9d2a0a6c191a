package dev.exdate.run.cost;

import java.time.Duration;

/**
 * What a run is expected to ask of a source.
 *
 * @param basis where the number comes from, for a person
 */
public record SourceCost(String source, long requests, Duration time, String basis) {
    static SourceCost of(String source, long requests, double perSecond, String basis) {
        return new SourceCost(source, requests, Duration.ofMillis((long) (1000 * requests / perSecond)), basis);
    }
}
