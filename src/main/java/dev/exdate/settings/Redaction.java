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
 *
 * <p>A secret that is an ordinary word or number ({@code wrong}, {@code 2026}) is removed only where a secret stands:
 * dots in place of a word in a known sentence would eat the sentence, and tell the secret.
 */
public final class Redaction {
    /** Knows no secrets. */
    public static final Redaction UNKNOWN = new Redaction(List.of());

    /** Shorter ones are removed by where they stand, like unknown ones. */
    private static final int SHORTEST = 4;

    /** Shorter ones may be a part of something else, like a checksum. */
    private static final int LONG = 8;

    private static final String DOTS = "•••";
    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("(://[^\\s:/@]*:)\\S*@");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(\\b(?:pg)?(?:api_?key|password|sslpassword|passwd|pwd|token|secret)=)[^\\s&\"'<>•]+");

    private static final Pattern ORDINARY = Pattern.compile("\\p{L}\\p{Ll}{0,13}|\\p{Lu}{0,14}|[0-9]{0,8}");

    /** What a secret is called, and what stands between its name and the secret. */
    private static final String AFTER_ITS_NAME =
            "(?<=(?i:pass(?:word|phrase|wd)?|pwd|token|secret|key|authorization)(?:[\"']?[:=] ?[\"'`]?| as | (?:is )?[\"'`“‘])"
                    + "|Bearer |Basic )";

    /** Not within a word; an encoded character before it is none. */
    private static final String BEGINNING = "(?:(?<![\\p{L}\\p{N}])|(?<=%[0-9A-Fa-f]{2}|\\\\[bfnrt]))";

    private static final String END = "(?![\\p{L}\\p{N}])";

    private final List<Pattern> secrets;

    public Redaction(List<Secret> secrets) {
        this.secrets = secrets.stream()
                .map(Secret::reveal)
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Redaction::whereItStands)
                .toList();
    }

    private static Pattern whereItStands(String secret) {
        String inAnyForm = secret.codePoints().mapToObj(Redaction::inAnyForm).collect(Collectors.joining());
        if (ORDINARY.matcher(secret).matches()) {
            return Pattern.compile(AFTER_ITS_NAME + inAnyForm + END);
        }
        return Pattern.compile(secret.length() < LONG ? BEGINNING + inAnyForm + END : inAnyForm);
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
