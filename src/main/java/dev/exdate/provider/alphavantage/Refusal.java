package dev.exdate.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.StatusCode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * All errors come with HTTP 200 as an object with one key, where CSV was asked for as well (documentation and recordings up
 * to December 2025). The texts hold the key, so none of them goes on.
 */
final class Refusal {
    private Refusal() {}

    /** The document as JSON, unless it is an error. */
    static <R> Answer<R> orElse(Payload payload, Function<JsonNode, Answer<R>> document) {
        Optional<Answer<R>> refused = StatusCode.refusal(payload);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<JsonNode> root = JsonTree.read(payload);
        if (root.isEmpty() || !root.get().isObject()) {
            return Answer.failed(Failure.MALFORMED, "no whole JSON object");
        }
        return Refusal.<R>of(root.get()).orElseGet(() -> document.apply(root.get()));
    }

    static <R> Optional<Answer<R>> of(JsonNode root) {
        String information = JsonTree.text(root, "Information");
        if (information != null) {
            return Optional.of(information(information.toLowerCase(Locale.ROOT)));
        }
        if (root.has("Note")) {
            return Optional.of(Answer.failed(Failure.RATE_LIMITED, "the limit of calls is reached"));
        }
        String error = JsonTree.text(root, "Error Message");
        if (error == null) {
            return Optional.empty();
        }
        return Optional.of(
                error.toLowerCase(Locale.ROOT).contains("apikey")
                                && !error.toLowerCase(Locale.ROOT).contains("invalid api call")
                        ? Answer.failed(
                                Failure.UNAUTHORIZED,
                                "ALPHA_VANTAGE_API_KEY is not accepted; correct it or leave it out")
                        : Answer.failed(Failure.NOT_FOUND, "the source does not know the symbol"));
    }

    /** The free plan's daily limit is worded as an advertisement for premium plans: the limit is looked for first. */
    private static <R> Answer<R> information(String text) {
        if (text.contains("rate limit")
                || text.contains("per day")
                || text.contains("per second")
                || text.contains("per minute")) {
            return Answer.failed(Failure.RATE_LIMITED, "the limit of calls is reached");
        }
        return text.contains("premium")
                ? Answer.failed(Failure.PLAN, "the plan does not cover this")
                : Answer.failed(
                        Failure.UNAUTHORIZED, "ALPHA_VANTAGE_API_KEY is not accepted; correct it or leave it out");
    }
}
