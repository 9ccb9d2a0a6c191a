package dev.exdate.web.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A browser's DevTools protocol (version 1.3) over a web socket: commands out, their results back. */
public final class DevTools implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final WebSocket socket;
    private final Answers answers;
    private final Duration patience;
    private final AtomicInteger last = new AtomicInteger();

    private DevTools(HttpClient http, WebSocket socket, Answers answers, Duration patience) {
        this.http = http;
        this.socket = socket;
        this.answers = answers;
        this.patience = patience;
    }

    /** @param patience for each command */
    public static DevTools connect(URI address, Duration patience) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        Answers answers = new Answers();
        CompletableFuture<WebSocket> socket =
                http.newWebSocketBuilder().connectTimeout(patience).buildAsync(address, answers);
        return new DevTools(http, await(socket, patience), answers, patience);
    }

    /** @param session of a page; empty for the browser itself */
    public JsonNode send(String method, String session, ObjectNode parameters)
            throws IOException, InterruptedException {
        int id = last.incrementAndGet();
        ObjectNode command = JsonNodeFactory.instance.objectNode();
        command.put("id", id);
        command.put("method", method);
        command.set("params", parameters);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = answers.expect(id);
        await(socket.sendText(command.toString(), true), patience);
        JsonNode message = await(answer, patience);
        if (message.has("error")) {
            throw new IOException(
                    method + ": " + message.path("error").path("message").asText());
        }
        return message.path("result");
    }

    private static <T> T await(CompletableFuture<T> future, Duration patience)
            throws IOException, InterruptedException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the browser did not answer within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        CompletableFuture<JsonNode> expect(int id) {
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            expected.put(id, answer);
            return answer;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean whole) {
            text.append(part);
            if (whole) {
                String message = text.toString();
                text.setLength(0);
                take(message);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(String message) {
            try {
                JsonNode json = JSON.readTree(message);
                CompletableFuture<JsonNode> answer =
                        expected.remove(json.path("id").asInt(-1));
                if (answer != null) {
                    answer.complete(json);
                }
            } catch (JsonProcessingException e) {
                fail(e);
            }
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            fail(failure);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            fail(new IOException("the browser closed the connection"));
            return CompletableFuture.completedFuture(null);
        }

        private void fail(Throwable failure) {
            expected.values().forEach(answer -> answer.completeExceptionally(failure));
        }
    }
}
