package dev.exdate.backup;

import dev.exdate.database.schema.Migrations;
import dev.exdate.task.TaskFailed;
import java.io.IOException;

/** Checks, before anything changes, that a set is undamaged and fits this server. */
final class SetCheck {
    private final BackupSet set;
    private final Manifest manifest;
    private final long size;
    private final PgToolSearch search;

    /** @throws TaskFailed if there is no manifest to compare with */
    SetCheck(StoredSet stored, PgToolSearch search) throws TaskFailed {
        this.set = stored.set();
        this.size = stored.size();
        this.search = search;
        this.manifest = stored.manifest()
                .orElseThrow(
                        () -> new TaskFailed(
                                "%s is missing or damaged, and without it the content of %s is unknown;"
                                                .formatted(set.manifest(), set.dump())
                                        + " restore another backup, or restore this one with pg_restore into an empty database"));
    }

    Manifest manifest() {
        return manifest;
    }

    /** Checks that size and checksum match the manifest. */
    void unchanged() throws IOException, TaskFailed {
        String other = "; restore another backup (`exdate backup --list`)";
        if (size != manifest.dump().size()) {
            throw new TaskFailed("size mismatch in %s (expected %3$,d bytes, found %2$,d): the file is damaged"
                            .formatted(set.dump(), size, manifest.dump().size())
                    + other);
        }
        String sum = Checksum.of(set.dump());
        if (!sum.equals(manifest.dump().sha256())) {
            throw new TaskFailed("checksum mismatch in %s (expected %3$s, found %2$s): the file is damaged"
                            .formatted(set.dump(), sum, manifest.dump().sha256())
                    + other);
        }
    }

    /** @return the programs that can read it */
    PgTools fits(ServerVersion server) throws TaskFailed, InterruptedException {
        ServerVersion from = ServerVersion.read(manifest.versions().server());
        if (from.major() > server.major()) {
            throw new TaskFailed("the backup is from PostgreSQL %s, but this server is %s; use PostgreSQL %d or newer"
                    .formatted(from.text(), server.text(), from.major()));
        }
        String tables = manifest.versions().tables();
        if (!tables.isEmpty() && Migrations.isNewer(tables)) {
            throw new TaskFailed("the backup was made by a newer Exdate: %s (schema version %s); use that version"
                    .formatted(manifest.versions().exdate(), tables));
        }
        PgTools tools = search.find(server.major(), server.text());
        int writtenBy = ServerVersion.read(manifest.versions().pgDump()).major();
        if (tools.major() < writtenBy) {
            throw new TaskFailed(
                    "the backup was written by pg_dump %s, but pg_restore here is %s; install postgresql-client-%d or"
                                    .formatted(manifest.versions().pgDump(), tools.version(), writtenBy)
                            + " newer, or set EXDATE_PG_DUMP to its pg_dump");
        }
        return tools;
    }
}
