package dev.exdate.source.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.StatusCode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * All errors come with HTTP 200 as an object with one key, where CSV was asked for as well (documentation and recordings up
 * to December 2025). The texts contain the key, so they are never passed on.
 */
final class AlphaVantageRefusal {
    private static final Pattern PREMIUM =
            Pattern.compile("\\b(?:is|are) an? premium|premium (?:endpoint|feature|function)\\b(?!s)");
    private static final Pattern CALLS = Pattern.compile("limit|per (?:day|minute|second)|spreading|burst|frequency");

    private AlphaVantageRefusal() {}

    /** The document as JSON, unless it is an error. */
    static <R> Answer<R> orElse(Payload payload, Function<JsonNode, Answer<R>> document) {
        Optional<Answer<R>> refused = StatusCode.refusal(payload);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<JsonNode> root = JsonTree.read(payload);
        if (root.isEmpty() || !root.get().isObject()) {
            return Answer.failed(Failure.MALFORMED, "incomplete or invalid JSON");
        }
        return AlphaVantageRefusal.<R>of(root.get()).orElseGet(() -> document.apply(root.get()));
    }

    static <R> Optional<Answer<R>> of(JsonNode root) {
        String information = JsonTree.text(root, "Information");
        if (information != null) {
            return Optional.of(information(information.toLowerCase(Locale.ROOT)));
        }
        if (root.has("Note")) {
            return Optional.of(Answer.failed(Failure.RATE_LIMITED, "the request limit is reached"));
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

    /**
     * A premium endpoint says so; the daily limit is worded as an advertisement for premium plans. Any
     * other text that is not about the key asks for fewer calls.
     */
    private static <R> Answer<R> information(String text) {
        if (PREMIUM.matcher(text).find()) {
            return Answer.failed(Failure.PLAN, "the plan does not cover this");
        }
        boolean aboutKey = text.contains("api key") || text.contains("apikey");
        boolean aboutCalls = CALLS.matcher(text).find();
        return aboutKey && !aboutCalls
                ? Answer.failed(
                        Failure.UNAUTHORIZED, "ALPHA_VANTAGE_API_KEY is not accepted; correct it or leave it out")
                : Answer.failed(Failure.RATE_LIMITED, "the request limit is reached");
    }
}
