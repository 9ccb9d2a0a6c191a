package dev.exdate.source.nasdaq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.StatusCode;
import java.util.Optional;
import java.util.function.Function;

/**
 * The envelope of every answer of {@code api.nasdaq.com} (as recorded from 2022 to 2026): HTTP status 200 also for errors,
 * which {@code status.rCode} and {@code status.bCodeMessage} tell.
 */
final class NasdaqEnvelope {
    private static final int UNKNOWN_OR_BUSY = 1001;
    private static final int NO_RECORD = 1002;

    private NasdaqEnvelope() {}

    static <R> Answer<R> open(Payload payload, Function<JsonNode, Answer<R>> data) {
        Optional<Answer<R>> refusal = StatusCode.refusal(payload);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return JsonTree.read(payload)
                .map(root -> open(root, data))
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid JSON"));
    }

    private static <R> Answer<R> open(JsonNode root, Function<JsonNode, Answer<R>> data) {
        JsonNode status = root.path("status");
        if (!root.isObject() || !status.path("rCode").isNumber() || !root.has("data")) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no object with \"data\" and a \"status\" with \"rCode\"");
        }
        int code = status.path("bCodeMessage").path(0).path("code").asInt(0);
        String stated = JsonTree.text(status.path("bCodeMessage").path(0), "errorMessage");
        String message = stated == null ? "refused without a reason" : stated;
        if (code == NO_RECORD) {
            return Answer.nothing();
        }
        boolean asked = status.path("rCode").asInt(0) == 200;
        if (code == UNKNOWN_OR_BUSY || !asked) {
            return asked
                    ? Answer.failed(Failure.UNAVAILABLE, message)
                    : Answer.failed(message.contains("not exist") ? Failure.NOT_FOUND : Failure.MALFORMED, message);
        }
        return root.get("data").isNull()
                ? Answer.failed(Failure.UNAVAILABLE, "no data and no reason given")
                : data.apply(root.get("data"));
    }
}
