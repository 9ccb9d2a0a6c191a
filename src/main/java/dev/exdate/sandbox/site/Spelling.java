package dev.exdate.sandbox.site;

import dev.exdate.market.Ticker;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One source's spelling of a symbol. It is independent of the conversions in the parsers, so that a mistake there
 * shows.
 */
public final class Spelling {
    private final UnaryOperator<String> writing;
    private final Map<String, Listing> bySpelling = new HashMap<>();

    private Spelling(Market market, UnaryOperator<String> writing) {
        this.writing = writing;
        market.known()
                .forEach(
                        listing -> bySpelling.put(writing.apply(listing.ticker().symbol()), listing));
    }

    /** {@code ZZT.B}, {@code ZZT$A}: as the exchange itself. */
    static Spelling exchange(Market market) {
        return new Spelling(market, symbol -> symbol);
    }

    /** {@code ZZT-B}, {@code ZZT-PA}. */
    public static Spelling yahoo(Market market) {
        return new Spelling(market, symbol -> symbol.replace("$", "-P").replace('.', '-'));
    }

    /** Preferreds in the other form: {@code ZZT^A}; classes as in {@link #yahoo}. */
    public static Spelling caret(Market market) {
        return new Spelling(market, symbol -> symbol.replace('$', '^').replace('.', '-'));
    }

    /** {@code ZZT-B}, {@code ZZT-P-A}. */
    public static Spelling alphaVantage(Market market) {
        return new Spelling(market, symbol -> symbol.replace("$", "-P-").replace('.', '-'));
    }

    /** {@code ZZT.B}, {@code ZZT^A}: the site of the exchange. */
    public static Spelling nasdaq(Market market) {
        return new Spelling(market, symbol -> symbol.replace('$', '^'));
    }

    public String of(Ticker ticker) {
        return writing.apply(ticker.symbol());
    }

    public Optional<Listing> find(String spelled) {
        return Optional.ofNullable(bySpelling.get(spelled));
    }
}
