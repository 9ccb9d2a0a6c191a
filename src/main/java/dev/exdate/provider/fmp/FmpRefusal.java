package dev.exdate.provider.fmp;

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
        if (text.contains("invalid api key") || text.contains("api key")) {
            return Answer.failed(Failure.UNAUTHORIZED, "FMP_API_KEY is not accepted; correct it or leave it out");
        }
        if (text.contains("limit reach")) {
            return Answer.failed(Failure.RATE_LIMITED, "the plan's limit of calls is reached");
        }
        if (text.contains("endpoint") || text.contains("premium") || text.contains("subscription")) {
            return Answer.failed(Failure.PLAN, "the plan does not cover this");
        }
        Failure failure = switch (status) {
            case 402, 403 -> Failure.PLAN;
            default -> StatusCode.failure(status).orElse(Failure.MALFORMED);
        };
        return Answer.failed(failure, "an error with HTTP status " + status);
    }

    private static String start(Payload payload) {
        String text = payload.text();
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
