package dev.exdate.guard;

import java.util.Optional;
import java.util.function.Consumer;

/** Where a task reports implausible values: they are rejected unless a person accepts them. */
public final class OverrideGate {
    /** The beginning of a line about something held back. */
    public static final String HELD_BACK = "held back";

    private final Overrides accepted;
    private final String task;
    private final Consumer<String> log;

    /** @param log gets a line for each accepted value */
    public OverrideGate(Overrides accepted, String task, Consumer<String> log) {
        this.accepted = accepted;
        this.task = task;
        this.log = log;
    }

    /**
     * @param thing a symbol, or the name of a list
     * @param finding what is wrong, with the values
     * @return why it is held back, in one line; empty if it is accepted
     */
    public Optional<String> objection(Guard guard, String thing, String finding) {
        if (accepted.covers(guard, task, thing)) {
            log.accept("🔓 Accepted (%s): %s".formatted(guard.word(), finding));
            return Optional.empty();
        }
        return Optional.of("%s (%s): %s. Stored data unchanged. If the source is right: --accept=%s"
                .formatted(HELD_BACK, guard.word(), finding, guard.word()));
    }
}
