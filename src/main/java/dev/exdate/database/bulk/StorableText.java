package dev.exdate.database.bulk;

/** Text as PostgreSQL can hold it. */
final class StorableText {
    private static final char BROKEN = '\uFFFD';

    private StorableText() {}

    /** Without zeros, by which no source means anything; halves of characters become U+FFFD. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0).forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                whole.append(BROKEN);
            } else {
                whole.appendCodePoint(c);
            }
        });
        return whole.toString();
    }
}
