package dev.exdate.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Sends an answer, compressed if the client accepts it and it is worth it. */
final class Delivery {
    private static final int WORTH_COMPRESSING = 1024;

    private Delivery() {}

    static void send(HttpExchange exchange, SandboxRequest request, SandboxAnswer answer) throws IOException {
        byte[] body = start(exchange, request, answer);
        if (body.length > 0 && !request.method().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** Sends half of it, then breaks the connection. */
    static void sendHalf(HttpExchange exchange, SandboxRequest request, SandboxAnswer answer) throws IOException {
        byte[] body = start(exchange, request, answer);
        if (body.length > 0) {
            OutputStream out = exchange.getResponseBody();
            out.write(body, 0, body.length / 2);
            out.flush();
        }
        exchange.close();
    }

    private static byte[] start(HttpExchange exchange, SandboxRequest request, SandboxAnswer answer)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        if (body.length > WORTH_COMPRESSING && request.acceptsGzip()) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
            body = compressed(body);
        }
        boolean empty = body.length == 0 || request.method().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
        return body;
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
