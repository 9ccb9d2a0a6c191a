package dev.exdate.run.listener;

import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.RunResult;
import java.io.IOException;

/** Deletes old logs when the run has ended. */
public final class LogCleanup implements RunListener {
    private final LogFolder logs;
    private final RunLog log;

    public LogCleanup(LogFolder logs, RunLog log) {
        this.logs = logs;
        this.log = log;
    }

    @Override
    public void runEnded(RunResult result) {
        log.stamped("🧹 Cleaning up old log files...");
        try {
            int deleted = logs.deleteOld();
            log.stamped(deleted == 0 ? "✅ No old logs to clean up" : "✅ Deleted " + deleted + " old log file(s)");
        } catch (IOException e) {
            log.stamped("⚠️  Old logs could not be deleted: " + e.getMessage());
        }
    }
}
