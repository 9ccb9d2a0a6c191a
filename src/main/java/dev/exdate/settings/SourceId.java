package dev.exdate.settings;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a source is called in settings, logs and tables: {@code yahoo}. */
public record SourceId(String id) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*");

    public SourceId {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: " + id);
        }
    }

    /** As in the names of settings: {@code YAHOO} of {@code EXDATE_SOURCE_YAHOO_TIMEOUT}. */
    public String name() {
        return id.toUpperCase(Locale.ROOT);
    }

    /** Written out, like {@link #hashCode}: what a record has by itself is interpreted in the executable, at each call. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceId(String otherId) && id.equals(otherId);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
