package dev.exdate.format;

import java.nio.charset.StandardCharsets;

/**
 * An answer as received: HTTP status, media type and the decompressed body.
 *
 * @param contentType the {@code Content-Type} header's value, empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: never compared, never a key, the array is not changed
public record Payload(int status, String contentType, byte[] body) {
    private static final char BROKEN = '\uFFFD';

    public static Payload of(int status, byte[] body) {
        return new Payload(status, "", body);
    }

    /** Bytes of the largest body that is read: several times what any source sends. */
    public static final int LARGEST = 32 * 1024 * 1024;

    /**
     * The body as UTF-8 without a byte-order mark; broken sequences become U+FFFD. A body that has none but broken ones
     * is read as Latin-1.
     */
    public String text() {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf(BROKEN) >= 0 && text.chars().allMatch(c -> c < 0x80 || c == BROKEN)) {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
