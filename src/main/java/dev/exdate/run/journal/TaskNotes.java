package dev.exdate.run.journal;

import dev.exdate.database.Handle;
import dev.exdate.finding.Finding;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskLedger;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a running task has reported, until the journal has it. */
public final class TaskNotes implements TaskLedger {
    private final UUID run;
    private final TaskName task;
    private Set<Unit> open = Set.of();
    private final Map<Unit, String> failed = new HashMap<>();
    private final Set<Unit> healed = new HashSet<>();
    private final Set<Unit> done = new HashSet<>();
    private final Set<Finding> found = new LinkedHashSet<>();
    private final Tally before;
    private Tally own = Tally.NONE;
    private final Set<Unit> said = new HashSet<>();

    /** @param before the counts of the run's earlier starts, to which this one adds */
    public TaskNotes(UUID run, TaskName task, Tally before) {
        this.run = run;
        this.task = task;
        this.before = before;
    }

    /** Units that failed in earlier runs; only for these it matters whether they succeed now. */
    public synchronized void watch(Set<Unit> failedBefore) {
        open = Set.copyOf(failedBefore);
    }

    /** What the journal does not have yet. */
    public record Pending(
            Tally soFar, Map<Unit, String> failed, Set<Unit> healed, Set<Unit> done, List<Finding> found) {
        public static final Pending NONE = new Pending(Tally.NONE, Map.of(), Set.of(), Set.of(), List.of());
    }

    @Override
    public synchronized void progress(Tally tally) {
        own = tally;
    }

    @Override
    public void progress(Handle handle, Tally soFar) throws SQLException {
        TaskCounts.count(handle, run, task, before.plus(soFar));
        progress(soFar);
    }

    @Override
    public synchronized void failed(Unit unit, String reason) {
        said.add(unit);
        failed.putIfAbsent(unit, reason);
        healed.remove(unit);
    }

    @Override
    public synchronized void had(Unit unit) {
        if (said.remove(unit) || open.contains(unit)) {
            failed.remove(unit);
            healed.add(unit);
        }
    }

    @Override
    public synchronized void done(Unit unit) {
        had(unit);
        done.add(unit);
    }

    @Override
    public synchronized void found(Finding finding) {
        found.add(finding);
    }

    /** All of these were requested, or are no longer needed; those without a failure have succeeded. */
    public synchronized void hadTheRestOf(Collection<Unit> asked) {
        asked.stream().filter(unit -> !said.contains(unit)).forEach(this::had);
    }

    /** Whether the journal should be updated at once, because a crash would lose something. */
    public synchronized boolean urgent() {
        return !done.isEmpty();
    }

    /** Over all starts of the run. */
    public synchronized Tally soFar() {
        return before.plus(own);
    }

    public synchronized Tally ofThisStart() {
        return own;
    }

    /** Whether any unit has failed: then the task's own failure needs no entry of its own. */
    public synchronized boolean anyFailed() {
        return !said.isEmpty();
    }

    public synchronized Pending pending() {
        return new Pending(soFar(), Map.copyOf(failed), Set.copyOf(healed), Set.copyOf(done), List.copyOf(found));
    }

    /** The journal has these now. */
    public synchronized void kept(Pending pending) {
        pending.failed().forEach(failed::remove);
        healed.removeAll(pending.healed());
        done.removeAll(pending.done());
        found.removeAll(Set.copyOf(pending.found()));
    }
}
