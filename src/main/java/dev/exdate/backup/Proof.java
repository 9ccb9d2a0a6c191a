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
        /** Test restore into a scratch database; every table matched. */
        RESTORED,
        /** Its table of contents has every table; used if no scratch database can be created. */
        LISTED,
        /** The test restore failed or a table differed. */
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
