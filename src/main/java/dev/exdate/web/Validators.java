package dev.exdate.web;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a source said by which it can later tell that a page is unchanged (RFC 9110, section 8.8).
 *
 * @param etag as sent, quotes included
 * @param lastModified as sent, because a server may compare it as text
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    static Validators of(HttpHeaders headers) {
        return new Validators(
                headers.firstValue("etag").filter(Validators::sendable),
                headers.firstValue("last-modified").filter(Validators::sendable));
    }

    private static boolean sendable(String value) {
        return !value.isBlank() && value.length() <= 200 && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }

    boolean known() {
        return etag.isPresent() || lastModified.isPresent();
    }

    /** The headers that ask for the page only if it has changed. */
    Map<String, String> conditions() {
        Map<String, String> headers = new LinkedHashMap<>();
        etag.ifPresent(value -> headers.put("If-None-Match", value));
        lastModified.ifPresent(value -> headers.put("If-Modified-Since", value));
        return headers;
    }
}
