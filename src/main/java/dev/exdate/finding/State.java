package dev.exdate.finding;

import java.util.Locale;

/** What became of a finding. */
public enum State {
    OPEN,
    /** It was not seen again, or its sources agree now. */
    SETTLED,
    /** A person has decided it. */
    DECIDED;

    /** As the database and JSON have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
