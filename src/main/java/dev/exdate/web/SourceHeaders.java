package dev.exdate.web;

import dev.exdate.settings.SourceId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that each source expects (format notes of autumn 2026): a browser's user agent everywhere except at the
 * two sources with keys. NASDAQ's site API also expects the headers of its own pages.
 */
final class SourceHeaders {
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    private SourceHeaders() {}

    static boolean needsKey(SourceId source) {
        return source == SourceId.FMP || source == SourceId.ALPHAVANTAGE;
    }

    static Map<String, String> of(SourceId source) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Encoding", "gzip");
        headers.put("Accept-Language", "en-US,en;q=0.9");
        headers.put("User-Agent", needsKey(source) ? "exdate" : BROWSER);
        switch (source) {
            case NASDAQ -> {
                headers.put("Accept", "application/json, text/plain, */*");
                headers.put("Origin", "https://www.nasdaq.com");
                headers.put("Referer", "https://www.nasdaq.com/");
            }
            case SNOWBALL, YAHOO, FMP, ALPHAVANTAGE -> headers.put("Accept", "application/json, text/csv, */*");
            case YIELDMAX, GLOBENEWSWIRE, CBOE, NYSE ->
                headers.put("Accept", "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8");
            case NASDAQTRADER, ROUNDHILL, GLOBALX -> headers.put("Accept", "text/csv, text/plain, */*");
        }
        return headers;
    }
}
