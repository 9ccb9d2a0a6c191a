package dev.exdate.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on loopback that answers as told and remembers what it was asked. */
public final class LoopbackServer implements AutoCloseable {
    /** Answers one request in whatever way. */
    @FunctionalInterface
    public interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public LoopbackServer() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Path without query, or path with query where only that query is meant; 404 for what is not told. */
    public LoopbackServer on(String target, Handler handler) {
        handlers.put(target, handler);
        return this;
    }

    public LoopbackServer on(String target, int status, String contentType, String body) {
        return on(target, exchange -> answer(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    public LoopbackServer on(String target, String body) {
        return on(target, 200, body.startsWith("{") || body.startsWith("[") ? "application/json" : "text/html", body);
    }

    /** Targets (path and query) in the order they came. */
    public List<String> requests() {
        return requests;
    }

    public static void answer(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        requests.add(target);
        Handler handler = handlers.get(target);
        if (handler == null) {
            handler = handlers.get(exchange.getRequestURI().getPath());
        }
        if (handler == null) {
            answer(exchange, 404, "text/html", "<html><body>not found</body></html>".getBytes(StandardCharsets.UTF_8));
        } else {
            handler.handle(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
