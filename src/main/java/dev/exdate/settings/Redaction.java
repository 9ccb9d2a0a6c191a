package dev.exdate.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
                .flatMap(
                        value -> Stream.of(value, encoded(value), encoded(value).replace("+", "%20")))
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** As it stands in an address. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
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
