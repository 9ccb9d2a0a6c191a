package dev.exdate.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup holds, taken from the dump's own snapshot.
 *
 * @param takenAt when the snapshot was taken
 * @param ended ids of the run's tasks that had ended when the backup began: the writes of others may be missing
 * @param tables rows by table, {@code public.raw_stocks}
 * @param dump the full dump
 * @param schema the dump of definitions only
 */
record Manifest(
        Instant takenAt,
        LocalDate marketDay,
        Versions versions,
        List<String> ended,
        SortedMap<String, Long> tables,
        DumpFile dump,
        DumpFile schema) {
    Manifest {
        tables = new TreeMap<>(tables);
        ended = List.copyOf(ended);
    }

    record Versions(String exdate, String server, String pgDump) {}

    /** @param sha256 in lower-case hex */
    record DumpFile(String name, long size, String sha256) {}
}
