package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.market.EasternTime;
import dev.exdate.market.MarketHours;
import dev.exdate.run.log.RunLog;

/** The first lines of a run's log: banner, market hours, database; worded as people grep them. */
final class RunHeader {
    private static final String RULER = "=".repeat(81);
    private final RunLog log;
    private final DatabaseDoor door;

    RunHeader(RunLog log, DatabaseDoor door) {
        this.log = log;
        this.door = door;
    }

    void starts() {
        log.logOnly(RULER);
        log.logOnly("🚀 DAILY STOCK DATA UPDATE V3 (PARALLEL) STARTED: " + log.now());
        log.logOnly(RULER);
        log.stamped("Process ID: " + ProcessHandle.current().pid());
    }

    void hours(MarketHours.Decision hours, boolean forced) {
        log.plain(door.shown());
        log.stamped("🕐 Checking market hours...");
        log.plain("Market Status: " + hours.status());
        log.plain("Current Time: " + EasternTime.second(hours.at().toInstant()));
        log.plain(
                hours.deferred()
                        ? "⚠️  Recommendation: Skip - " + hours.recommendation()
                        : "✅ Recommendation: " + hours.recommendation());
        if (hours.deferred() && forced) {
            log.stamped("⚠️  FORCE_RUN=true - proceeding despite market hours check");
        }
    }

    void database(Session session) {
        log.stamped("🔍 Verifying database connectivity...");
        log.plain("✅ Connected to database (PostgreSQL " + session.serverVersion() + ", "
                + session.address().shown() + ")");
        log.stamped("✅ Database is accessible");
    }

    void noDatabase(DatabaseUnavailable trouble) {
        log.stamped("🔍 Verifying database connectivity...");
        log.plain("❌ Failed to connect to database: " + trouble.getMessage());
        log.stamped("❌ Failed to connect to database - exiting");
    }
}
