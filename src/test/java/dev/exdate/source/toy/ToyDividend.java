package dev.exdate.source.toy;

import dev.exdate.format.Fields;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** A line of the file. */
public record ToyDividend(Ticker ticker, LocalDate exDate, BigDecimal amount) {
    public Map<String, Object> fields() {
        return new Fields()
                .with("symbol", ticker)
                .with("exDate", exDate)
                .with("amount", amount)
                .toMap();
    }
}
