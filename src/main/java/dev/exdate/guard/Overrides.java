package dev.exdate.guard;

import java.util.Locale;
import java.util.Set;

/**
 * What a person lets in although it looks wrong.
 *
 * @param all whatever it is
 * @param names words of guards, names of tasks, symbols: each lets in what is held back by it, in it or of it
 */
public record Overrides(boolean all, Set<String> names) {
    /** Nothing: as at night. */
    public static final Overrides NONE = new Overrides(false, Set.of());

    public static final Overrides ALL = new Overrides(true, Set.of());

    public Overrides {
        names = Set.copyOf(names);
    }

    boolean covers(Guard guard, String task, String thing) {
        return all
                || names.contains(guard.word())
                || names.contains(task)
                || names.contains(thing.toUpperCase(Locale.ROOT));
    }
}
