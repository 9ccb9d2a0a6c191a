package dev.exdate.finding;

import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has found.
 *
 * @param counts by code, those that matter most first
 * @param first the ones to look at first
 */
public record NewFindings(Map<String, Long> counts, List<StoredFinding> first) {
    public static final NewFindings NONE = new NewFindings(Map.of(), List.of());

    private static final int MOST = 10;

    public NewFindings {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        first = List.copyOf(first);
    }

    public static NewFindings since(Handle handle, Instant start) throws SQLException {
        Findings findings = new Findings(handle);
        return new NewFindings(findings.countsSince(start), findings.firstSince(start, MOST));
    }
}
