package dev.exdate.guard;

import java.util.Locale;
import java.util.Set;

/**
 * What a person lets in although it looks wrong.
 *
 * @param all whatever it is
 * @param names words of guards, names of tasks, symbols: each lets in what is held back by it, in it or of it
 */
public record Accepted(boolean all, Set<String> names) {
    /** Nothing: as at night. */
    public static final Accepted NONE = new Accepted(false, Set.of());

    public static final Accepted ALL = new Accepted(true, Set.of());

    public Accepted {
        names = Set.copyOf(names);
    }

    boolean covers(Guard guard, String task, String thing) {
        return all
                || names.contains(guard.word())
                || names.contains(task)
                || names.contains(thing.toUpperCase(Locale.ROOT));
    }
}
