package dev.exdate.run;

import dev.exdate.database.DatabaseFault;
import dev.exdate.database.DatabaseUnavailable;
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
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frame of a run while its tasks work: it is in the journal, has a heartbeat, and can be stopped. */
public final class JournaledRun {
    private final RunResources resources;
    private final RunJournal journal;
    private final Duration patience;
    private final Clock clock;
    private final RunLog log;

    /** @param patience how long to wait for a database that does not answer before the run is stopped */
    public JournaledRun(RunResources resources, RunJournal journal, Duration patience, Clock clock) {
        this.resources = resources;
        this.journal = journal;
        this.patience = patience;
        this.clock = clock;
        this.log = resources.logs().run();
    }

    /**
     * The outcome of the work, for the journal.
     *
     * @param report JSON; null for none
     */
    public record Closing<T>(
            T result,
            RunStatus status,
            int exitCode,
            @Nullable String report) {}

    public interface Work<T> {
        /** @param journal keeps the tasks in the journal; it must hear of all of them */
        Closing<T> in(RunScope scope, RunListener journal);
    }

    /**
     * @throws RunLocked when an earlier run that has lost its lock still writes
     * @throws DatabaseUnavailable when the journal cannot be written
     */
    public <T> Closing<T> run(PlannedRun planned, Work<T> work) throws RunLocked, DatabaseUnavailable {
        begin(planned);
        resources.session().database().takeTime();
        RunScope scope = new RunScope(planned.id(), planned.startedAt(), planned.plan(), new Cancellation(), clock);
        resources.shutdown().working(why -> {
            resources.session().database().hurry();
            resources.lock().hurry();
            scope.cancellation().cancel(why);
        });
        JournalListener journalled = new JournalListener(journal, planned.id(), log::stamped);
        try (Heartbeat heartbeat =
                Heartbeat.start(journalled, patience, log::stamped, resources.shutdown()::stop, clock)) {
            Closing<T> closing = work.in(scope, journalled);
            end(planned, closing);
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
                new RunStart.Versions(Version.number(), resources.session().serverVersion()),
                Host.name());
        try {
            journal.runStarts(start, planned.tasks(), planned.plan());
        } catch (SQLException e) {
            if (DatabaseFault.of(e) == DatabaseFault.CUT_OFF) {
                throw new RunLocked("An earlier run that lost its lock is still writing; try again in a minute");
            }
            throw new DatabaseUnavailable(
                    "cannot write the journal in "
                            + resources.session().address().shown() + ": " + DatabaseFault.line(e),
                    e);
        }
    }

    private void end(PlannedRun planned, Closing<?> closing) {
        try {
            Optional<CancelReason> stop = resources.shutdown().stopped();
            String reason = stop.map(CancelReason::reason).orElse("");
            journal.runEnded(planned.id(), closing.status(), closing.exitCode(), reason, closing.report());
            if (stop.isPresent()) {
                resources.lock().endSessionsOf(resources.session().database());
            }
        } catch (SQLException e) {
            log.stamped("⚠️  The end of the run could not be written to the journal: " + DatabaseFault.line(e));
        }
    }
}
