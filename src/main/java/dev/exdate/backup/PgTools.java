package dev.exdate.backup;

import java.nio.file.Path;

/**
 * A pg_dump and the pg_restore in the same folder.
 *
 * @param version as it states it: {@code 15.18}
 */
record PgTools(Path dump, Path restore, String version, int major) {}
