package dev.exdate.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What a backup holds, taken from the dump's own snapshot, and how it was proven.
 *
 * @param database whose it is; empty in what an earlier version wrote
 * @param takenAt when the snapshot was taken
 * @param ended ids of the run's tasks that had ended when the backup began: the writes of others may be missing
 * @param purpose why it was made
 * @param dump the full dump
 * @param schema the dump of definitions only
 */
record Manifest(
        String database,
        Instant takenAt,
        LocalDate marketDay,
        Versions versions,
        List<String> ended,
        Contents contents,
        Purpose purpose,
        Proof proof,
        DumpFile dump,
        DumpFile schema) {
    Manifest {
        ended = List.copyOf(ended);
    }

    /** @param tables the newest of the database's migrations; empty when nothing is known of it */
    record Versions(String exdate, String server, String pgDump, String tables) {}

    /** @param sha256 in lower-case hex */
    record DumpFile(String name, long size, String sha256) {}

    enum Purpose {
        BACKUP,
        /** What was there before another set was put over it: {@code latest} is not this one. */
        BEFORE_RESTORE
    }

    /** Rows by table, {@code public.raw_stocks}. */
    SortedMap<String, Long> tables() {
        return contents.rows();
    }

    Manifest proven(Proof now) {
        return new Manifest(database, takenAt, marketDay, versions, ended, contents, purpose, now, dump, schema);
    }
}
