package dev.exdate.format;

/** A cell that is neither a value of its kind nor one of the known ways to say "absent". */
public final class NotReadable extends RuntimeException {
    private static final int SHOWN = 40;

    public NotReadable(String kind, String text) {
        super("not a " + kind + ": \"" + shown(text) + "\"");
    }

    private static String shown(String text) {
        String plain = PlainText.of(text.length() <= SHOWN ? text : text.substring(0, SHOWN + 1));
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
