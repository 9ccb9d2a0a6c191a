package dev.exdate.settings;

/** A setting cannot be used. The message is one line: which one, its value unless it is secret, what to do. */
public final class InvalidSetting extends RuntimeException {
    public InvalidSetting(String message) {
        super(message);
    }
}
