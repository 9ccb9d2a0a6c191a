package dev.exdate.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the tables of public and exdate hold, by their names ({@code public.raw_stocks}).
 *
 * @param rows exact counts
 * @param checksums of all rows, whatever their order; none if an earlier version wrote it
 */
record Contents(SortedMap<String, Long> rows, SortedMap<String, String> checksums) {
    Contents {
        rows = new TreeMap<>(rows);
        checksums = new TreeMap<>(checksums);
    }

    long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The differences to the other content, one line per table; empty if there are none. */
    List<String> differences(Contents other) {
        List<String> found = new ArrayList<>();
        rows.forEach((table, count) -> {
            Long there = other.rows.get(table);
            if (there == null) {
                found.add(table + " is missing");
            } else if (!there.equals(count)) {
                found.add("%s has %,d rows instead of %,d".formatted(table, there, count));
            } else if (checksums.containsKey(table)
                    && !checksums.getOrDefault(table, "").equals(other.checksums.getOrDefault(table, ""))) {
                found.add(table + " has the right number of rows, but different content");
            }
        });
        other.rows.keySet().stream()
                .filter(table -> !rows.containsKey(table))
                .map(table -> table + " should not be there")
                .forEach(found::add);
        return found;
    }
}
