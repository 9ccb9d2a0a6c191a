package dev.exdate.source.fmp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.StatusCode;
import java.util.Locale;
import java.util.Optional;

/** FMP's errors: the text tells more than the status; a 402 has no JSON. Texts never go on: they may name the key. */
final class FmpRefusal {
    private FmpRefusal() {}

    static <R> Optional<Answer<R>> of(Payload payload, Optional<JsonNode> root) {
        String stated = root.map(json -> JsonTree.text(json, "Error Message")).orElse(null);
        boolean error = payload.status() < 200 || payload.status() > 299;
        if (stated == null && !error) {
            return Optional.empty();
        }
        String text = (stated == null ? start(payload) : stated).toLowerCase(Locale.ROOT);
        return Optional.of(failure(payload.status(), text));
    }

    private static <R> Answer<R> failure(int status, String text) {
        Failure failure = switch (status) {
            // These say it all; a server's page may hold any words.
            case 401, 404, 429 -> StatusCode.failure(status).orElseThrow();
            default -> status >= 500 ? Failure.UNAVAILABLE : byText(status, text);
        };
        return Answer.failed(
                failure,
                switch (failure) {
                    case UNAUTHORIZED -> "FMP_API_KEY is not accepted; correct it or leave it out";
                    case RATE_LIMITED -> "the plan's limit of calls is reached";
                    case PLAN -> "the plan does not cover this";
                    default -> "an error with HTTP status " + status;
                });
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
