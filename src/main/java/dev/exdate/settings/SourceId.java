package dev.exdate.settings;

import java.time.Duration;
import java.util.Locale;

/** The sources, by the id that settings use ({@code EXDATE_SOURCE_<ID>_…}). */
public enum SourceId {
    YIELDMAX("https://yieldmaxetfs.com", 2, 2),
    GLOBENEWSWIRE("https://www.globenewswire.com", 1, 2),
    CBOE("https://www.cboe.com", 1, 1),
    NASDAQ("https://api.nasdaq.com", 4, 4),
    NYSE("https://www.nyse.com", 1, 1),
    SNOWBALL("https://snowball-analytics.com", 0.25, 1),
    YAHOO("https://query1.finance.yahoo.com", 2, 4),
    FMP("https://financialmodelingprep.com", 5, 8),
    ALPHAVANTAGE("https://www.alphavantage.co", 1, 1),
    NASDAQTRADER("https://www.nasdaqtrader.com", 1, 1),
    ROUNDHILL("https://www.roundhillinvestments.com", 1, 1),
    GLOBALX("https://assets.globalxetfs.com", 2, 2);

    private final String baseUrl;
    private final double requestsPerSecond;
    private final int concurrency;

    SourceId(String baseUrl, double requestsPerSecond, int concurrency) {
        this.baseUrl = baseUrl;
        this.requestsPerSecond = requestsPerSecond;
        this.concurrency = concurrency;
    }

    /** Lower case: {@code yahoo}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String defaultBaseUrl() {
        return baseUrl;
    }

    double defaultRequestsPerSecond() {
        return requestsPerSecond;
    }

    int defaultConcurrency() {
        return concurrency;
    }

    /** NASDAQ leaves connections open without an answer now and then; files and lists take longer than a page. */
    Duration defaultTimeout() {
        return switch (this) {
            case NASDAQ -> Duration.ofSeconds(15);
            case FMP, NASDAQTRADER, ALPHAVANTAGE -> Duration.ofSeconds(60);
            default -> Duration.ofSeconds(30);
        };
    }

    /** The free plan of Alpha Vantage: 25 calls a day. */
    int defaultDailyBudget() {
        return this == ALPHAVANTAGE ? 25 : 0;
    }
}
