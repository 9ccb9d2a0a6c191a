package dev.exdate.format;

/**
 * Makes text from outside safe for a terminal, a log line and a database, as a person would see it. Line ends and tabs
 * become blanks, and invisible characters (including those that change the writing direction) are removed. Other
 * control characters and halves of characters become U+FFFD, so that no number is read across them.
 */
public final class PlainText {
    private static final int BROKEN = 0xFFFD;

    private PlainText() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintableAscii(text.charAt(i))) {
                return text.codePoints().allMatch(c -> kind(c) == Kind.PLAIN) ? text : replaced(text);
            }
        }
        return text;
    }

    private static boolean isPrintableAscii(char c) {
        return c >= ' ' && c <= '~';
    }

    private enum Kind {
        PLAIN,
        BLANK,
        INVISIBLE,
        BROKEN
    }

    private static String replaced(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Kind before = Kind.PLAIN;
        for (int c : text.codePoints().toArray()) {
            Kind kind = kind(c);
            switch (kind) {
                case PLAIN -> plain.appendCodePoint(c);
                case BLANK -> {
                    if (before != Kind.BLANK) {
                        plain.append(' ');
                    }
                }
                case INVISIBLE -> {}
                case BROKEN -> plain.appendCodePoint(BROKEN);
            }
            before = kind;
        }
        return plain.toString();
    }

    private static Kind kind(int c) {
        if (Character.isWhitespace(c) && Character.isISOControl(c)) {
            return Kind.BLANK;
        }
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Kind.BLANK;
            case Character.FORMAT -> Kind.INVISIBLE;
            case Character.CONTROL, Character.SURROGATE -> Kind.BROKEN;
            default -> noCharacter ? Kind.BROKEN : Kind.PLAIN;
        };
    }
}
