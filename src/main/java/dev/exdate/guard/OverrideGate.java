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
    private final Consumer<HeldBack> held;

    /**
     * @param log gets a line for each accepted value
     * @param held gets each rejected one
     */
    public OverrideGate(Overrides accepted, String task, Consumer<String> log, Consumer<HeldBack> held) {
        this.accepted = accepted;
        this.task = task;
        this.log = log;
        this.held = held;
    }

    /**
     * @param thing a symbol, or the name of a list
     * @param finding what is wrong, with the values
     * @return why it is held back, in one line; empty if it is accepted
     */
    public Optional<String> objection(Guard guard, String thing, String finding) {
        return objection(new HeldBack(guard, thing, null, "", "", finding));
    }

    /** The same for one value of one day. */
    public Optional<String> objection(HeldBack doubted) {
        String guard = doubted.guard().word();
        if (accepted.covers(doubted.guard(), task, doubted.thing())) {
            log.accept("🔓 Accepted (%s): %s".formatted(guard, doubted.why()));
            return Optional.empty();
        }
        held.accept(doubted);
        return Optional.of("%s (%s): %s. Stored data unchanged. If the source is right: --accept=%s"
                .formatted(HELD_BACK, guard, doubted.why(), guard));
    }
}
