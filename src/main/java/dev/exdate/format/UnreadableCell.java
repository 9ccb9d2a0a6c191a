package dev.exdate.format;

/** A cell that is neither a value of its kind nor a known form of "unknown". */
public final class UnreadableCell extends RuntimeException {
    private static final int SHOWN = 40;

    public UnreadableCell(String kind, String text) {
        // Without a stack trace, because an answer may have a hundred thousand unreadable rows.
        super("not a " + kind + ": \"" + shown(text) + "\"", null, false, false);
    }

    private static String shown(String text) {
        String plain = PlainText.of(text.length() <= SHOWN ? text : text.substring(0, SHOWN + 1));
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
