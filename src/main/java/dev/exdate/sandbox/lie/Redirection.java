package dev.exdate.sandbox.lie;

import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;

/** One source's answers about another symbol than the asked one, from one night to another. */
record Redirection(SourceId source, Ticker asked, Ticker answering, LocalDate from, LocalDate to) {
    Planted planted() {
        return new Planted(
                LieKind.REDIRECTED, source, asked, from, "symbol", asked.symbol(), answering.symbol(), from, to);
    }
}
