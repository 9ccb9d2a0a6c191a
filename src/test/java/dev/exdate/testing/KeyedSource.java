package dev.exdate.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** A source that wants a key and gives it back in whatever it refuses: in turn each of the ways that sources have. */
public final class KeyedSource implements AutoCloseable {
    private static final int EACH = 8;

    /** A server's own trouble is waited for: once is enough. */
    private static final int WITHOUT_WAIT = 1;

    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> keys = new ConcurrentSkipListSet<>();
    private final HttpServer server;

    public KeyedSource() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keys that came, decoded. */
    public Set<String> keys() {
        return keys;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String raw = exchange.getRequestURI().toString();
        String key = raw.replaceFirst(".*[?&]apikey=", "");
        String plain = URLDecoder.decode(key, StandardCharsets.UTF_8);
        keys.add(plain);
        String quoted = "{\"Error Message\": \"Invalid key " + plain.replace("\"", "\\\"") + " in " + raw + "\"}";
        int number = asked.getAndIncrement();
        switch (number < EACH ? number : WITHOUT_WAIT + number % (EACH - WITHOUT_WAIT)) {
            case 0 -> send(exchange, 500, "text/html", "<html><p>" + plain.replace("&", "&amp;") + "</p></html>");
            case 1 -> send(exchange, 401, "application/json", quoted);
            case 2 -> send(exchange, 403, "text/plain", "no entry with " + plain + " or " + key);
            case 3 -> redirect(exchange, "http://elsewhere.example" + raw);
            case 4 -> redirect(exchange, "http://" + key + "@127.0.0.1:1/?k=" + key);
            case 5 -> redirect(exchange, "::" + plain);
            case 6 -> send(exchange, 200, "application/json", "[{\"symbol\": \"" + plain);
            default -> send(exchange, 200, "application/json", quoted);
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to.replaceAll("[^\\x21-\\x7e]", ""));
        send(exchange, 302, "text/plain", "");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
