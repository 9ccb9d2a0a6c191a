package dev.exdate.settings;

import java.util.regex.Pattern;

/** Signs that steer a terminal or turn a line's direction round instead of being seen: a source's text may hold them. */
public final class ControlCharacters {
    private static final char SEEN = '\uFFFD';
    private static final Pattern ANY = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private ControlCharacters() {}

    /** The text with a sign that can be seen in place of each; ends of lines and tabs stay. */
    public static String seen(String text) {
        return ANY.matcher(text).replaceAll(String.valueOf(SEEN));
    }

    /** The same on one line. */
    public static String seenOnOneLine(String text) {
        return seen(text.replace('\n', ' ').replace('\t', ' '));
    }
}
