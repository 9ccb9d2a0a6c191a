package dev.exdate.format;

import java.util.Optional;

/** What an HTTP status means, before the body is read. */
public final class StatusCode {
    private StatusCode() {}

    /** The failure of an error status; empty for 2xx, where the body decides. */
    public static Optional<Failure> failure(int status) {
        return switch (status) {
            case 401, 403 -> Optional.of(Failure.UNAUTHORIZED);
            case 402 -> Optional.of(Failure.PLAN);
            case 404, 410 -> Optional.of(Failure.NOT_FOUND);
            case 408, 425 -> Optional.of(Failure.UNAVAILABLE);
            case 429 -> Optional.of(Failure.RATE_LIMITED);
            default -> other(status);
        };
    }

    /** The failed answer of an error status or an oversized body; empty otherwise. */
    public static <R> Optional<Answer<R>> refusal(Payload payload) {
        if (payload.isTooLarge()) {
            return Optional.of(
                    Answer.failed(Failure.MALFORMED, "too large (%d MB)".formatted(payload.body().length >> 20)));
        }
        return failure(payload.status()).map(failure -> Answer.failed(failure, "HTTP status " + payload.status()));
    }

    private static Optional<Failure> other(int status) {
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        return Optional.of(status >= 500 ? Failure.UNAVAILABLE : Failure.MALFORMED);
    }
}
