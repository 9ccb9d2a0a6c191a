package dev.exdate.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** One tab of a browser: opens pages and runs scripts in them. For one thread at a time. */
public final class Tab {
    private static final int TRIES = 3;

    private final DevTools devTools;
    private final String session;
    private String frame = "";

    private Tab(DevTools devTools, String session) {
        this.devTools = devTools;
        this.session = session;
    }

    public static Tab open(DevTools devTools) throws IOException, InterruptedException {
        String target = devTools.send("Target.createTarget", "", object().put("url", "about:blank"))
                .path("targetId")
                .asText();
        String session = devTools.send(
                        "Target.attachToTarget",
                        "",
                        object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        return new Tab(devTools, session);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode send(String method, ObjectNode parameters) throws IOException, InterruptedException {
        return devTools.send(method, session, parameters);
    }

    /** Returns when the answer has begun; what the browser says if there is no page of it to be shown. */
    public Optional<String> navigate(URI address) throws IOException, InterruptedException {
        JsonNode opened = send("Page.navigate", object().put("url", address.toString()));
        frame = opened.path("frameId").asText();
        return opened.has("errorText") ? Optional.of(opened.path("errorText").asText()) : Optional.empty();
    }

    /** The text that the script returns, or its promise, run among the page's own scripts. */
    public String evaluate(String script) throws IOException, InterruptedException {
        return withContext(() -> evaluated(parameters(script)));
    }

    /** A place for scripts that the page's own can't reach, for as long as the page stays. */
    int apart() throws IOException, InterruptedException {
        return send("Page.createIsolatedWorld", object().put("frameId", frame).put("worldName", "exdate"))
                .path("executionContextId")
                .asInt();
    }

    String evaluateIn(int context, String script) throws IOException, InterruptedException {
        return evaluated(parameters(script).put("contextId", context));
    }

    private static ObjectNode parameters(String script) {
        return object().put("expression", script).put("awaitPromise", true).put("returnByValue", true);
    }

    private String evaluated(ObjectNode parameters) throws IOException, InterruptedException {
        JsonNode result = send("Runtime.evaluate", parameters);
        if (result.has("exceptionDetails")) {
            throw new IOException("the page's script failed: "
                    + result.path("exceptionDetails").path("text").asText());
        }
        return result.path("result").path("value").asText();
    }

    @FunctionalInterface
    interface Step<T> {
        T take() throws IOException, InterruptedException;
    }

    /** A page that is just being opened has no place to run a script in for a moment. */
    <T> T withContext(Step<T> step) throws IOException, InterruptedException {
        for (int i = 1; ; i++) {
            try {
                return step.take();
            } catch (IOException e) {
                if (i == TRIES || !isMoving(String.valueOf(e.getMessage()))) {
                    throw e;
                }
            }
        }
    }

    private static boolean isMoving(String message) {
        return message.contains("context") || message.contains("navigated");
    }
}
