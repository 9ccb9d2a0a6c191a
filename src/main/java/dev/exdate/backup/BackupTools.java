package dev.exdate.backup;

import dev.exdate.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** What a backup would be made with, for a check beforehand. */
public final class BackupTools {
    private BackupTools() {}

    /** Whether the role may create the scratch database for a test restore. */
    public static boolean mayRestore(Database database) throws SQLException {
        return ScratchDatabase.isAllowed(database);
    }

    /** The pg_dump of this machine, for a server. */
    public sealed interface Dumping {}

    /** @param words the program and its version */
    public record Found(String words) implements Dumping {}

    /** @param remedy what to install */
    public record Missing(String why, String remedy) implements Dumping {}

    /** @param set the one to use instead of looking for it */
    public static Dumping of(Optional<Path> set, String serverVersion) throws InterruptedException {
        int major = Integer.parseInt(serverVersion.replaceFirst("\\D.*", ""));
        return switch (PgToolSearch.onThisMachine(set).search(major, serverVersion)) {
            case PgToolSearch.Found found ->
                new Found(found.tools().dump() + " " + found.tools().version());
            case PgToolSearch.Unfit unfit -> new Missing(unfit.why(), unfit.install());
        };
    }

    /** Bytes that a backup of this database may need, by the last one of an earlier day; 0 if there is none. */
    public static long spaceNeeded(Path folder, LocalDate today, String database) throws IOException {
        return BackupFolder.needed(new BackupFolder(folder).lastBefore(today, database));
    }

    /** {@code 1.5 MB}. */
    public static String size(long bytes) {
        return Size.of(bytes);
    }
}
