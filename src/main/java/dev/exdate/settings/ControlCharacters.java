package dev.exdate.settings;

import java.util.regex.Pattern;

/** Characters that control a terminal or change a line's direction; a source's text may contain them. */
public final class ControlCharacters {
    private static final char SEEN = '\uFFFD';
    private static final Pattern ANY = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private ControlCharacters() {}

    /** The text with a visible character in place of each; line ends and tabs stay. */
    public static String seen(String text) {
        return ANY.matcher(text).replaceAll(String.valueOf(SEEN));
    }

    /** The same on one line. */
    public static String seenOnOneLine(String text) {
        return seen(text.replace('\n', ' ').replace('\t', ' '));
    }
}
