package dev.exdate.task;

import java.util.ArrayList;
import java.util.List;

/** Writes a task's failures to its log (the first ones in full, the rest as a number) and all of them to its ledger. */
public final class FailureLog {
    private static final int SHOWN = 10;

    private final TaskLog log;
    private final TaskLedger ledger;
    private final List<String> messages = new ArrayList<>();

    public FailureLog(TaskLog log, TaskLedger ledger) {
        this.log = log;
        this.ledger = ledger;
    }

    public FailureLog(TaskContext context) {
        this(context.log(), context.ledger());
    }

    /** One failure of a unit; a unit may have several. */
    public void add(Unit unit, String message) {
        ledger.failed(unit, message);
        messages.add(message);
        if (messages.size() <= SHOWN) {
            log.line("⚠️  " + message);
        }
    }

    public int count() {
        return messages.size();
    }

    /** The first message, for the reason of a failed task; empty if nothing failed. */
    public String first() {
        return messages.isEmpty() ? "" : messages.getFirst();
    }

    /** Logs how many failures were not shown, if any. */
    public void close() {
        if (messages.size() > SHOWN) {
            log.line("⚠️  and %d more failures".formatted(messages.size() - SHOWN));
        }
    }
}
