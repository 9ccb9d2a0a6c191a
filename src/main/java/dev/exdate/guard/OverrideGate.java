package dev.exdate.guard;

import java.util.Optional;
import java.util.function.Consumer;

/** Where a task brings what looks wrong: it stays outside unless a person lets it in. */
public final class OverrideGate {
    /** How the line of something held back begins. */
    public static final String HELD_BACK = "held back";

    private final Overrides accepted;
    private final String task;
    private final Consumer<String> log;

    /** @param log hears of what is let in */
    public OverrideGate(Overrides accepted, String task, Consumer<String> log) {
        this.accepted = accepted;
        this.task = task;
        this.log = log;
    }

    /**
     * @param thing a symbol, or the name of a list
     * @param finding what is wrong with it, with the values that tell so
     * @return why it is held back, in one line; empty when it may come in
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
