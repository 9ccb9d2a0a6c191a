package dev.exdate.sandbox.site;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer to a client, uncompressed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SandboxAnswer(int status, String type, byte[] body, Map<String, String> headers) {
    public static final String JSON = "application/json; charset=utf-8";
    public static final String HTML = "text/html; charset=utf-8";
    public static final String CSV = "text/csv; charset=utf-8";
    public static final String PLAIN = "text/plain; charset=utf-8";

    private static final String FILE = "Accept-Ranges";

    public static SandboxAnswer of(int status, String type, String text) {
        return new SandboxAnswer(status, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static SandboxAnswer json(String text) {
        return of(200, JSON, text);
    }

    public static SandboxAnswer html(String text) {
        return of(200, HTML, text);
    }

    public static SandboxAnswer csv(String text) {
        return of(200, CSV, text);
    }

    static SandboxAnswer plain(String text) {
        return of(200, PLAIN, text);
    }

    /** A web server's own bare error page. */
    public static SandboxAnswer bare(int status) {
        String words = status + " " + words(status);
        return of(status, HTML, """
                <html>
                <head><title>%1$s</title></head>
                <body>
                <center><h1>%1$s</h1></center>
                </body>
                </html>
                """.formatted(words));
    }

    public static SandboxAnswer notFound() {
        return bare(404);
    }

    public static SandboxAnswer moved(String address) {
        return bare(301).with("Location", address);
    }

    public SandboxAnswer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new SandboxAnswer(status, type, body, more);
    }

    /** A file as web servers serve files: with parts on request, and unchanged for whoever has it. */
    public SandboxAnswer file() {
        return with(FILE, "bytes");
    }

    public boolean isFile() {
        return headers.containsKey(FILE);
    }

    public SandboxAnswer withBody(byte[] other) {
        return new SandboxAnswer(status, type, other, headers);
    }

    private static String words(int status) {
        return switch (status) {
            case 301 -> "Moved Permanently";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 402 -> "Payment Required";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Time-out";
            default -> "";
        };
    }
}
