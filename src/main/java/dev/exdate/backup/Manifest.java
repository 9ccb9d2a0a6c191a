package dev.exdate.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What a backup contains, taken from the dump's own snapshot, and how it was proven.
 *
 * @param database its name; empty if an earlier version wrote the manifest
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

    /** @param tables the newest migration of the database; empty if unknown */
    record Versions(String exdate, String server, String pgDump, String tables) {}

    /** @param sha256 in lower-case hex */
    record DumpFile(String name, long size, String sha256) {}

    enum Purpose {
        BACKUP,
        /** The content before a restore with {@code --overwrite}; never taken as {@code latest}. */
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
