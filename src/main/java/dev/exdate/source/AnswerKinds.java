package dev.exdate.source;

import dev.exdate.format.Format;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which kind of answer stands behind an address that a client has asked for. */
public final class AnswerKinds {
    private static final List<Kind> ALL = List.of(
            kind("yieldmax", "/our-etfs/[^/?]+/", "yieldmax/fund"),
            kind("yieldmax", "/[^?]*\\.csv", "holdings/tidal"),
            kind("globenewswire", "/(?:en/)?news-release/.*", "yieldmax/release"),
            kind("cboe", "/us/equities/notices/dividends/details/.*", "cboe/details"),
            kind("cboe", "/us/equities/notices/data/dividends/.*", "cboe/year"),
            kind("nasdaq", "/api/calendar/dividends.*", "nasdaq/calendar"),
            kind("nasdaq", "/api/screener/.*", "nasdaq/screener"),
            kind("nyse", "/api/corpax/.*", "nyse/corpax"),
            kind("snowball", "/extapi/api/public/dividend-calendar/.*", "snowball/calendar"),
            kind("yahoo", "/v8/finance/chart/.*", "yahoo/chart"),
            kind("yahoo", "/v7/finance/spark.*", "yahoo/spark"),
            kind("fmp", "/stable/historical-price-eod/.*", "fmp/eod-full"),
            kind("fmp", "/stable/eod-bulk.*", "fmp/eod-bulk"),
            kind("fmp", "/stable/dividends-calendar.*", "fmp/dividends-calendar"),
            kind("fmp", "/stable/dividends.*", "fmp/dividends"),
            kind("fmp", "/stable/splits.*", "fmp/splits"),
            kind("fmp", "/stable/profile.*", "fmp/profile"),
            kind("fmp", "/stable/etf/holdings.*", "fmp/etf-holdings"),
            kind("fmp", "/stable/etf/info.*", "fmp/etf-info"),
            kind("fmp", "/stable/stock-list.*", "fmp/stock-list"),
            kind("fmp", "/stable/etf-list.*", "fmp/etf-list"),
            kind("alphavantage", ".*function=DIVIDENDS.*", "alphavantage/dividends"),
            kind("alphavantage", ".*function=OVERVIEW.*", "alphavantage/overview"),
            kind("alphavantage", ".*function=ETF_PROFILE.*", "alphavantage/etf-profile"),
            kind("alphavantage", ".*function=LISTING_STATUS.*", "alphavantage/listing-status"),
            kind("alphavantage", ".*function=TIME_SERIES_DAILY.*", "alphavantage/daily"),
            kind("nasdaqtrader", ".*/nasdaqlisted\\.txt", "nasdaqtrader/nasdaqlisted"),
            kind("nasdaqtrader", ".*/otherlisted\\.txt", "nasdaqtrader/otherlisted"),
            kind("roundhill", ".*", "holdings/roundhill"),
            kind("globalx", ".*", "holdings/globalx"));

    private AnswerKinds() {}

    private record Kind(String source, Pattern target, String format) {}

    private static Kind kind(String source, String target, String format) {
        return new Kind(source, Pattern.compile(target), format);
    }

    static List<String> formats() {
        return ALL.stream().map(Kind::format).toList();
    }

    /**
     * Empty for a page that is not read by itself, a search for one.
     *
     * @param address host, path and query; a base URL's own path may come first
     */
    public static Optional<Format<?>> of(String source, String address) {
        int slash = address.indexOf('/');
        String target = slash < 0 ? "" : address.substring(slash);
        return ALL.stream()
                .filter(kind -> kind.source().equals(source)
                        && kind.target().matcher(target).matches())
                .map(Kind::format)
                .findFirst()
                .flatMap(name -> Sources.formats().stream()
                        .filter(format -> format.kind().equals(name))
                        .findFirst());
    }
}
