package dev.exdate.source.fmp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.StatusCode;
import java.util.Locale;
import java.util.Optional;

/** FMP's errors: the text tells more than the status; a 402 has no JSON. Texts are never passed on, because they may contain the key. */
final class FmpRefusal {
    private FmpRefusal() {}

    static <R> Optional<Answer<R>> of(Payload payload, Optional<JsonNode> root) {
        String stated = root.map(json -> JsonTree.text(json, "Error Message")).orElse(null);
        boolean error = StatusCode.failure(payload.status()).isPresent();
        if (stated == null && !error) {
            return Optional.empty();
        }
        String text = (stated == null ? start(payload) : stated).toLowerCase(Locale.ROOT);
        return Optional.of(failure(payload.status(), text));
    }

    private static <R> Answer<R> failure(int status, String text) {
        Failure failure =
                StatusCode.failure(status).filter(said -> isClear(said, status)).orElseGet(() -> byText(status, text));
        return Answer.failed(
                failure,
                switch (failure) {
                    case UNAUTHORIZED -> "FMP_API_KEY is not accepted; correct it or leave it out";
                    case RATE_LIMITED -> "the plan's request limit is reached";
                    case PLAN -> "the plan does not cover this";
                    default -> "an error (HTTP " + status + ")";
                });
    }

    /** These statuses are clear without the text, which may be any page. 403 may mean the key or the plan. */
    private static boolean isClear(Failure said, int status) {
        return status == 401 || said == Failure.NOT_FOUND || said.heals();
    }

    private static Failure byText(int status, String text) {
        if (text.contains("invalid api key")) {
            return Failure.UNAUTHORIZED;
        }
        if (text.contains("limit reach") || text.contains("too many requests")) {
            return Failure.RATE_LIMITED;
        }
        if (text.contains("endpoint") || text.contains("premium") || text.contains("subscription")) {
            return Failure.PLAN;
        }
        if (text.contains("api key")) {
            return Failure.UNAUTHORIZED;
        }
        if (text.contains("try again") || text.contains("temporarily")) {
            return Failure.UNAVAILABLE;
        }
        return status == 402 || status == 403
                ? Failure.PLAN
                : StatusCode.failure(status).orElse(Failure.MALFORMED);
    }

    private static String start(Payload payload) {
        String text = payload.text();
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
