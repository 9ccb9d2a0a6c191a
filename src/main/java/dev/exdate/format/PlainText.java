package dev.exdate.format;

/**
 * Text from outside, fit for a terminal, a log line and a database: control characters and line separators become a
 * blank, marks that turn the direction of writing, other invisible ones and halves of characters go.
 */
public final class PlainText {
    private PlainText() {}

    public static String of(String text) {
        return text.codePoints().allMatch(PlainText::isPlain) ? text : replaced(text);
    }

    private static String replaced(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean inBreak = false;
        for (int c : text.codePoints().toArray()) {
            if (isPlain(c)) {
                plain.appendCodePoint(c);
            } else if (isBreak(c) && !inBreak) {
                plain.append(' ');
            }
            inBreak = isBreak(c);
        }
        return plain.toString();
    }

    private static boolean isPlain(int c) {
        boolean invisible = Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return !invisible && !noCharacter && !isBreak(c);
    }

    private static boolean isBreak(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
