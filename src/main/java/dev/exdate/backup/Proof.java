package dev.exdate.backup;

import java.time.Instant;
import java.util.Locale;

/**
 * How a set was shown to be good.
 *
 * @param at when
 * @param note for people: what was compared, or why it is not proven
 */
record Proof(Kind kind, Instant at, String note) {
    static final Proof NONE = new Proof(Kind.NONE, Instant.EPOCH, "");

    enum Kind {
        /** Put back into a database of its own, and every table was what it was. */
        RESTORED,
        /** Its list of contents was read and has every table: all there is where no database can be made. */
        LISTED,
        /** It could not be put back, or was not the same. */
        FAILED,
        NONE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String id) {
            for (Kind kind : values()) {
                if (kind.id().equals(id)) {
                    return kind;
                }
            }
            return NONE;
        }
    }

    boolean holds() {
        return kind == Kind.RESTORED || kind == Kind.LISTED;
    }
}
