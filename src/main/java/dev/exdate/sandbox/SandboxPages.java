package dev.exdate.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pages that belong to no source and have no faults: the market's truth, and the requests so far. */
final class SandboxPages {
    private static final String TRUTH = "/truth/";

    private final Map<String, Table> truth;
    private final RequestLog log;

    SandboxPages(Map<String, Table> truth, RequestLog log) {
        this.truth = Map.copyOf(truth);
        this.log = log;
    }

    /** Answers a request for one of these pages; returns whether it was one. */
    boolean serve(HttpExchange exchange, SandboxRequest request) throws IOException {
        if (request.path().equals("/requests")) {
            Delivery.send(exchange, request, SandboxAnswer.csv(log.csv()));
            return true;
        }
        if (!request.path().startsWith(TRUTH)) {
            return false;
        }
        Table table = truth.get(request.path().substring(TRUTH.length()));
        if (table == null) {
            Delivery.send(exchange, request, SandboxAnswer.notFound());
        } else {
            stream(exchange, table);
        }
        return true;
    }

    private static void stream(HttpExchange exchange, Table table) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", SandboxAnswer.CSV);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody();
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            table.write(writer);
        }
    }

    /** A table of the truth as CSV, row by row. */
    @FunctionalInterface
    interface Table {
        void write(Appendable csv) throws IOException;
    }
}
