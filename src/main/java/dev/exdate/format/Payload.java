package dev.exdate.format;

/**
 * An answer as it came: HTTP status, media type and the body's bytes, already inflated.
 *
 * @param contentType the {@code Content-Type} header's value, empty when there was none
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: never compared, never a key, the array is not changed
public record Payload(int status, String contentType, byte[] body) {
    public static Payload of(int status, byte[] body) {
        return new Payload(status, "", body);
    }

    /** The body as UTF-8 without a byte-order mark; broken sequences become U+FFFD. */
    public String text() {
        String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
