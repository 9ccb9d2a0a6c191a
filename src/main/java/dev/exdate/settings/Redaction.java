package dev.exdate.settings;

import java.util.Comparator;
import java.util.List;

/**
 * Takes secrets out of text that is about to be printed or logged: the last line of defence for what a library or a
 * source puts into a message.
 */
public final class Redaction {
    /** Shorter ones would blank out ordinary words. */
    private static final int SHORTEST = 4;

    private final List<String> secrets;

    public Redaction(List<Secret> secrets) {
        this.secrets = secrets.stream()
                .map(Secret::reveal)
                .filter(value -> value.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text with each secret replaced by dots. */
    public String apply(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, "•••");
        }
        return shown;
    }
}
