package dev.exdate.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One GET request to a source.
 *
 * @param path below the source's base URL, beginning with {@code /}, already encoded, without the query
 * @param query parameters in order, not encoded; keys of paid sources are added by the client, never here
 * @param headers beside the source's usual ones
 * @param host the source's second host, if the request goes there instead of to the base URL; a base URL from the
 *     settings replaces both
 * @param kept whether the answer is kept and used again on the same evening
 */
public record Request(
        String path, Map<String, String> query, Map<String, String> headers, Optional<String> host, boolean kept) {
    public Request {
        query = new LinkedHashMap<>(query);
        headers = new LinkedHashMap<>(headers);
    }

    public static Request of(String path) {
        return new Request(path, Map.of(), Map.of(), Optional.empty(), false);
    }

    public Request with(String parameter, Object value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(parameter, value.toString());
        return new Request(path, more, headers, host, kept);
    }

    public Request header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(path, query, more, host, kept);
    }

    /** On the source's second host. */
    public Request onHost(String name) {
        return new Request(path, query, headers, Optional.of(name), kept);
    }

    /** For what does not change within an evening, and is asked for by more than one run or task. */
    public Request keeping() {
        return new Request(path, query, headers, host, true);
    }

    /** Path and query as sent, without any key, so that it can be logged. */
    public String target() {
        return query.isEmpty()
                ? path
                : path
                        + query.entrySet().stream()
                                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /** A path made of segments, each encoded. */
    public static String path(String... segments) {
        return List.of(segments).stream().map(Request::encode).collect(Collectors.joining("/", "/", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
