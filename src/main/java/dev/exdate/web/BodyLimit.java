package dev.exdate.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;

/**
 * Collects a body up to a size.
 *
 * @param bytes of the body as received, and also of the decompressed body
 */
record BodyLimit(int bytes) {
    /** Ordinary text decompresses to less than a hundred times its size; a gzip bomb to a thousand. */
    private static final int STEEPEST = 200;

    private static final int SMALL = 1024 * 1024;
    private static final int PIECE = 16 * 1024;
    private static final int SMALLEST_BUFFER = 512;

    HttpResponse.BodyHandler<byte[]> handler() {
        return info -> new Collector(this);
    }

    UnreadableAnswer tooLarge() {
        return new UnreadableAnswer("the answer is larger than " + bytes / SMALL + " MB");
    }

    /** @throws UnreadableAnswer if it is not complete gzip, or decompresses beyond the limit */
    byte[] inflated(byte[] body) throws UnreadableAnswer {
        ByteChunks out = new ByteChunks();
        long steep = Math.max(SMALL, (long) body.length * STEEPEST);
        int buffer = Math.clamp(body.length, SMALLEST_BUFFER, PIECE);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body), buffer)) {
            byte[] first = new byte[expected(body, Math.min(bytes, steep))];
            int size = in.readNBytes(first, 0, first.length);
            out.add(size == first.length ? first : Arrays.copyOf(first, size));
            // Nearly always the end: asked for byte by byte, which needs no buffer.
            for (int next = in.read(); next >= 0; next = in.read()) {
                byte[] piece = in.readNBytes(PIECE - 1);
                int more = piece.length + 1;
                if (out.size() + more > bytes) {
                    throw tooLarge();
                }
                if (out.size() + more > steep) {
                    throw new UnreadableAnswer("the answer decompresses to more than " + STEEPEST + " times its size");
                }
                out.add(new byte[] {(byte) next});
                out.add(piece);
            }
            return out.joined();
        } catch (UnreadableAnswer e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableAnswer("the answer is not valid gzip");
        }
    }

    /** What gzip's last four bytes say, so that a body is one piece; they may lie. */
    private static int expected(byte[] body, long most) {
        int at = body.length - Integer.BYTES;
        int stated = at < 0
                ? 0
                : ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
        return stated > 0 && stated <= most ? stated : PIECE;
    }

    private static final class Collector implements HttpResponse.BodySubscriber<byte[]> {
        private final BodyLimit limit;
        private final ByteChunks out = new ByteChunks();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@org.jspecify.annotations.Nullable Subscription subscription;

        Collector(BodyLimit limit) {
            this.limit = limit;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                if (out.size() + part.remaining() > limit.bytes()) {
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    body.completeExceptionally(limit.tooLarge());
                    return;
                }
                byte[] piece = new byte[part.remaining()];
                part.get(piece);
                out.add(piece);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(out.joined());
        }
    }
}
