package dev.exdate.settings;

import java.util.Optional;

/** A password or key: prints as dots, so that no log, message or report can show it by accident. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** One of the settings; where none is set, SmallRye Config gives a secret without a value. */
    static Optional<Secret> of(Optional<io.smallrye.config.Secret<String>> setting) {
        return setting.map(io.smallrye.config.Secret::get).map(Secret::new);
    }

    /** The value itself: for the wire only. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "•••";
    }
}
