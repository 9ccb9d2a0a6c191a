package dev.exdate.pipeline;

import dev.exdate.task.Tally;
import dev.exdate.task.TaskLedger;
import dev.exdate.task.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a running task has told for the journal, until that has it. */
final class TaskNotes implements TaskLedger {
    private final Set<Unit> open;
    private final Map<Unit, String> failed = new HashMap<>();
    private final Set<Unit> healed = new HashSet<>();
    private Tally soFar = Tally.NONE;
    private final Set<Unit> said = new HashSet<>();

    /** @param open what earlier runs asked for in vain: only of these it matters whether they were had */
    TaskNotes(Set<Unit> open) {
        this.open = Set.copyOf(open);
    }

    /** What the journal does not have yet. */
    record Pending(Tally soFar, Map<Unit, String> failed, Set<Unit> healed) {
        static final Pending NONE = new Pending(Tally.NONE, Map.of(), Set.of());
    }

    @Override
    public synchronized void progress(Tally tally) {
        soFar = tally;
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

    /** All of these were asked for, or need not be any more: what was not said to have failed was had. */
    synchronized void hadTheRestOf(Collection<Unit> asked) {
        asked.stream().filter(unit -> !said.contains(unit)).forEach(this::had);
    }

    synchronized Tally soFar() {
        return soFar;
    }

    /** Whether any unit has failed: then the task's own failure needs no entry of its own. */
    synchronized boolean anyFailed() {
        return !said.isEmpty();
    }

    synchronized Pending pending() {
        return new Pending(soFar, Map.copyOf(failed), Set.copyOf(healed));
    }

    /** The journal has these now. */
    synchronized void kept(Pending pending) {
        pending.failed().forEach(failed::remove);
        healed.removeAll(pending.healed());
    }
}
