package dev.exdate.settings;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from text that is about to be printed or logged, as the last defence against messages of libraries
 * and sources. It finds known secrets in any encoding: plain, as in an address, in JSON or in HTML. It also removes
 * unknown ones where an address has a password or a key.
 */
public final class Redaction {
    /** Knows no secrets. */
    public static final Redaction UNKNOWN = new Redaction(List.of());

    /** Shorter secrets would hide ordinary words. */
    private static final int SHORTEST = 4;

    private static final String DOTS = "•••";
    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("(://[^\\s:/@]*:)\\S*@");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(\\b(?:api_?key|password|sslpassword|passwd|pwd|token|secret)=)[^\\s&\"'<>•]+");

    private final List<Pattern> secrets;

    public Redaction(List<Secret> secrets) {
        this.secrets = secrets.stream()
                .map(Secret::reveal)
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Redaction::inAnyForm)
                .toList();
    }

    private static Pattern inAnyForm(String secret) {
        return Pattern.compile(
                secret.codePoints().mapToObj(Redaction::inAnyForm).collect(Collectors.joining()));
    }

    /** A character as it is, with a backslash, percent-encoded, and as JSON and HTML write it. */
    private static String inAnyForm(int sign) {
        String plain = Character.toString(sign);
        StringBuilder coded = new StringBuilder();
        for (byte one : plain.getBytes(StandardCharsets.UTF_8)) {
            coded.append("%").append("(?i:%02X)".formatted(one));
        }
        String entity = entity(sign);
        StringBuilder json = new StringBuilder();
        for (char unit : plain.toCharArray()) {
            json.append("\\\\u(?i:").append("%04x".formatted((int) unit)).append(')');
        }
        return "(?:\\\\?" + Pattern.quote(plain) + "|" + coded + "|" + json + (sign == ' ' ? "|\\+" : "")
                + "|&#0*" + sign + ";|&#x0*(?i:" + Integer.toHexString(sign) + ");"
                + (entity == null ? "" : "|&" + entity + ";") + ")";
    }

    private static @Nullable String entity(int sign) {
        return switch (sign) {
            case '&' -> "amp";
            case '<' -> "lt";
            case '>' -> "gt";
            case '"' -> "quot";
            case '\'' -> "apos";
            default -> null;
        };
    }

    /** The text with dots for each secret, and without characters that control a terminal. */
    public String apply(String text) {
        String shown = text;
        for (Pattern secret : secrets) {
            shown = secret.matcher(shown).replaceAll(DOTS);
        }
        if (shown.contains("://")) {
            shown = PASSWORD_IN_ADDRESS.matcher(shown).replaceAll("$1" + DOTS + "@");
        }
        if (shown.indexOf('=') >= 0) {
            shown = PARAMETER.matcher(shown).replaceAll("$1" + DOTS);
        }
        return ControlCharacters.seen(shown);
    }
}
