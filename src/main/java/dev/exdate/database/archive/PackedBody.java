package dev.exdate.database.archive;

import dev.exdate.format.Payload;
import dev.exdate.web.KeptAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A body, compressed, with the hash of its content.
 *
 * @param hash SHA-256 of what it unpacks to, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: never compared, the array is not changed
record PackedBody(String hash, byte[] gzip) {
    /** What came compressed is kept as it came: that costs no time. */
    static PackedBody of(KeptAnswer answer) {
        byte[] body = answer.payload().body();
        return new PackedBody(hash(body), answer.gzipped().orElseGet(() -> pack(body)));
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pack(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (OutputStream out = new Fast(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** @throws IOException if it is damaged */
    static byte[] unpacked(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readNBytes(Payload.LARGEST);
        }
    }

    /** Little compression for little time. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
