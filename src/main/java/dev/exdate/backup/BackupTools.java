package dev.exdate.backup;

import dev.exdate.database.Database;
import dev.exdate.task.TaskFailed;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** What a backup would be made with, for a check beforehand. */
public final class BackupTools {
    private BackupTools() {}

    /** Whether the role may create the scratch database for a test restore. */
    public static boolean mayRestore(Database database) throws SQLException {
        return ScratchDatabase.isAllowed(database);
    }

    /**
     * The pg_dump that fits a server, with its version.
     *
     * @param set the one to use instead of looking for it
     * @throws TaskFailed with what to install
     */
    public static String describe(Optional<Path> set, String serverVersion) throws TaskFailed, InterruptedException {
        int major = Integer.parseInt(serverVersion.replaceFirst("\\D.*", ""));
        PgTools tools = PgToolSearch.onThisMachine(set).find(major, serverVersion);
        return tools.dump() + " " + tools.version();
    }
}
