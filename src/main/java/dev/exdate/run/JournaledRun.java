package dev.exdate.run;

import dev.exdate.database.DatabaseFault;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.database.RunLocked;
import dev.exdate.process.Version;
import dev.exdate.report.RunStatus;
import dev.exdate.run.journal.Host;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.journal.RunStart;
import dev.exdate.run.listener.JournalListener;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.CancelReason;
import dev.exdate.run.plan.Cancellation;
import dev.exdate.run.plan.PlanJson;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunScope;
import dev.exdate.settings.Settings;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What holds while tasks work: the run is in the journal, gives signs of life, and can be stopped. */
public final class JournaledRun {
    private final Session session;
    private final RunLock lock;
    private final RunJournal journal;
    private final Settings settings;
    private final Shutdown ending;
    private final Clock clock;

    public JournaledRun(
            Session session, RunLock lock, RunJournal journal, Settings settings, Shutdown ending, Clock clock) {
        this.session = session;
        this.lock = lock;
        this.journal = journal;
        this.settings = settings;
        this.ending = ending;
        this.clock = clock;
    }

    /**
     * How the work came out, for the journal.
     *
     * @param report JSON; null for none
     */
    public record Closing<T>(
            T result, RunStatus status, int exitCode, @Nullable String report) {}

    public interface Work<T> {
        /** @param journal keeps the tasks in the journal; to be told of all of them */
        Closing<T> in(RunScope scope, RunListener journal);
    }

    /**
     * @throws RunLocked when an earlier run that has lost its lock still writes
     * @throws DatabaseUnavailable when the journal cannot be written
     */
    public <T> Closing<T> run(PlannedRun planned, RunLog log, Work<T> work) throws RunLocked, DatabaseUnavailable {
        begin(planned);
        session.database().takeTime();
        RunScope scope =
                new RunScope(planned.id(), planned.startedAt(), planned.plan(), new Cancellation(), clock);
        JournalListener journalled = new JournalListener(journal, planned.id(), log::stamped);
        ending.working(why -> {
            session.database().hurry();
            lock.hurry();
            scope.cancellation().cancel(why);
        });
        try (Heartbeat heartbeat =
                Heartbeat.start(journalled, settings.databasePatience(), log::stamped, ending::stop, clock)) {
            Closing<T> closing = work.in(scope, journalled);
            end(planned, closing, log);
            return closing;
        }
    }

    private void begin(PlannedRun planned) throws RunLocked, DatabaseUnavailable {
        RunStart start = new RunStart(
                planned.id(),
                planned.command(),
                planned.plan().marketDay(),
                planned.startedAt(),
                planned.again(),
                PlanJson.of(planned),
                new RunStart.Versions(Version.number(), session.serverVersion()),
                Host.name());
        try {
            journal.runStarts(start, planned.tasks(), planned.plan());
        } catch (SQLException e) {
            if (DatabaseFault.of(e) == DatabaseFault.CUT_OFF) {
                throw new RunLocked("An earlier run that lost its lock is still writing; try again in a minute");
            }
            throw new DatabaseUnavailable(
                    "cannot write the journal in " + session.address().shown() + ": " + DatabaseFault.line(e), e);
        }
    }

    private void end(PlannedRun planned, Closing<?> closing, RunLog log) {
        try {
            String reason = ending.stopped().map(CancelReason::reason).orElse("");
            journal.runEnded(planned.id(), closing.status(), closing.exitCode(), reason, closing.report());
            if (ending.stopped().isPresent()) {
                lock.endSessionsOf(session.database());
            }
        } catch (SQLException e) {
            log.stamped("⚠️  The end of the run could not be written to the journal: " + DatabaseFault.line(e));
        }
    }
}
