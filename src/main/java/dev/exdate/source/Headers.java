package dev.exdate.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that sources expect (format notes of autumn 2026): a browser's agent, except at the two that give keys.
 */
public final class Headers {
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    private Headers() {}

    /** A browser that opens a page. */
    public static Map<String, String> page() {
        return of(BROWSER, "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8");
    }

    /** A page that asks for its data. */
    public static Map<String, String> data() {
        return of(BROWSER, "application/json, text/csv, */*");
    }

    /** A browser that downloads a file. */
    public static Map<String, String> file() {
        return of(BROWSER, "text/csv, text/plain, */*");
    }

    /** A program that names itself. */
    public static Map<String, String> program() {
        return of("exdate", "application/json, text/csv, */*");
    }

    private static Map<String, String> of(String agent, String accept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Language", "en-US,en;q=0.9");
        headers.put("User-Agent", agent);
        headers.put("Accept", accept);
        return headers;
    }
}
