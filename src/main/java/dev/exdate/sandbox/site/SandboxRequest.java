package dev.exdate.sandbox.site;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A client's request.
 *
 * @param path decoded
 * @param address path and query as sent, without the value of a key
 */
public record SandboxRequest(String method, String path, String address, Parameters parameters, Headers headers) {
    private static final Pattern KEY = Pattern.compile("(?i)([?&]apikey=)[^&]*");

    public static SandboxRequest of(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        String path = uri.getPath() == null ? "/" : uri.getPath();
        return new SandboxRequest(
                exchange.getRequestMethod(),
                path,
                KEY.matcher(uri.toString()).replaceAll("$1"),
                Parameters.of(uri.getRawQuery()),
                exchange.getRequestHeaders());
    }

    /** Empty text if the client sent none. */
    public String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** Whether the user agent is that of a browser. */
    public boolean fromBrowser() {
        return header("User-Agent").startsWith("Mozilla/");
    }

    /** Whether the user agent is missing, or is Java's default. */
    public boolean fromRawProgram() {
        String agent = header("User-Agent");
        return agent.isBlank() || agent.startsWith("Java");
    }

    /** Whether the client accepts this type, or any. */
    public boolean accepts(String type) {
        String accept = header("Accept");
        return accept.contains(type) || accept.contains("*/*");
    }

    public boolean acceptsGzip() {
        return header("Accept-Encoding").toLowerCase(Locale.ROOT).contains("gzip");
    }

    /** The key, from the query or the header; empty text for none. */
    public String key() {
        String key = parameters.text("apikey");
        return key.isEmpty() ? header("apikey") : key;
    }
}
