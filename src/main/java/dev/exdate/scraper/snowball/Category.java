package dev.exdate.scraper.snowball;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The calendar's lists. A suffix distinguishes the symbols of exchanges outside the US. */
enum Category {
    US_POPULAR("us-popular-div", "US Popular Dividends", ""),
    US_POPULAR_FUNDS("us-popular-div-funds", "US Popular Dividend Funds", ""),
    SP_500("sp500", "S&P 500", ""),
    NYSE("nyse", "NYSE", ""),
    NASDAQ("nasdaq", "NASDAQ", ""),
    LSE("lse", "LSE", ".L"),
    TSX("tsx", "TSX", ".TO"),
    ASX("asx", "ASX", ".AX");

    /** What is read when nobody names lists. */
    static final List<Category> EACH_NIGHT = List.of(US_POPULAR);

    private final String id;
    private final String title;
    private final String suffix;

    Category(String id, String title, String suffix) {
        this.id = id;
        this.title = title;
        this.suffix = suffix;
    }

    /** Empty for a text that is no list's id. */
    static Optional<Category> find(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Category::id).toList();
    }

    /** As in the source's addresses. */
    String id() {
        return id;
    }

    /** As in the table's {@code source}. */
    String title() {
        return title;
    }

    /** The database's symbol of what the list calls {@code symbol}. */
    String symbol(String symbol) {
        return suffix.isEmpty() || symbol.endsWith(suffix) ? symbol : symbol + suffix;
    }
}
