package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import java.util.List;
import java.util.Map;

/** A source that answers for one symbol. Thread-safe. */
interface SymbolSource {
    SourceId id();

    /** Whether it is enabled and has the key it needs. */
    boolean usable();

    boolean gives(DataKind kind);

    /** How many symbols {@link #newest} answers for in one request; 0 if it can't. */
    default int symbolsAtOnce() {
        return 0;
    }

    /**
     * The newest closes of several symbols, without opens and events. What is missing in the answer is unknown.
     *
     * @param tickers at most {@link #symbolsAtOnce}
     */
    default Answer<Map<Ticker, List<PriceBar>>> newest(List<Ticker> tickers) throws InterruptedException {
        return Answer.nothing();
    }

    /** How many symbols will be asked for, so that it can choose the cheapest way. */
    default void expect(int symbols) {}

    /** A failure of the source is a failed answer, never an exception. */
    SymbolReply ask(SymbolQuery question) throws InterruptedException;
}
