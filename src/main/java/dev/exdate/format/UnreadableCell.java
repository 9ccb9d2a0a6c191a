package dev.exdate.format;

/** A cell that is neither a value of its kind nor one of the known ways to say "absent". */
public final class UnreadableCell extends RuntimeException {
    private static final int SHOWN = 40;

    public UnreadableCell(String kind, String text) {
        // One is made for each row that can't be read: a hundred thousand stack traces would take most of the time.
        super("not a " + kind + ": \"" + shown(text) + "\"", null, false, false);
    }

    private static String shown(String text) {
        String plain = PlainText.of(text.length() <= SHOWN ? text : text.substring(0, SHOWN + 1));
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
