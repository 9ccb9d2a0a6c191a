package dev.exdate.guard;

import java.util.Locale;
import java.util.Set;

/**
 * What a person accepts although a guard rejects it.
 *
 * @param all whether everything is accepted
 * @param names guards, tasks and symbols; values held back by, in or of one of them are accepted
 */
public record Overrides(boolean all, Set<String> names) {
    /** Accepts nothing, as in the nightly run. */
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
