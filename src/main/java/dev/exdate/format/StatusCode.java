package dev.exdate.format;

import java.util.Optional;

/** What an HTTP status says before the body is looked at: decided here for all sources. */
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

    /** The failed answer an error status stands for; empty for 2xx. */
    public static <R> Optional<Answer<R>> refusal(Payload payload) {
        return failure(payload.status()).map(failure -> Answer.failed(failure, words(failure, payload.status())));
    }

    private static String words(Failure failure, int status) {
        return failure == Failure.RATE_LIMITED ? "rate limited (HTTP " + status + ")" : "HTTP " + status;
    }

    private static Optional<Failure> other(int status) {
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        return Optional.of(status >= 500 ? Failure.UNAVAILABLE : Failure.MALFORMED);
    }
}
