package dev.exdate.payment;

import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a split or a change of symbol.
 *
 * @param type {@code split} or {@code symbol_change}
 * @param newShares for so many old ones; null if the source does not say
 * @param newSymbol null if the source does not say
 */
public record StatedEvent(
        String source,
        String symbol,
        LocalDate day,
        String type,
        @Nullable BigDecimal newShares,
        @Nullable BigDecimal oldShares,
        @Nullable String newSymbol) {
    static final Table<StatedEvent> TABLE = new Table<>(
            "exdate.statement",
            List.of(
                    Column.text("symbol", StatedEvent::symbol),
                    Column.date("ex_date", StatedEvent::day),
                    Column.text("source", StatedEvent::source),
                    Column.text("kind", StatedEvent::type),
                    new Column<>("nth", "integer", row -> 0),
                    new Column<>("superseded_at", "timestamptz", row -> "infinity"),
                    Column.text("event_type", StatedEvent::type),
                    Column.numeric("new_shares", StatedEvent::newShares),
                    Column.numeric("old_shares", StatedEvent::oldShares),
                    Column.text("new_symbol", StatedEvent::newSymbol)),
            List.of("symbol", "ex_date", "source", "kind", "nth", "superseded_at"),
            Table.Duplicates.lastWins());

    public static StatedEvent split(String source, String symbol, Split split) {
        return new StatedEvent(source, symbol, split.date(), "split", split.numerator(), split.denominator(), null);
    }

    /** A split of which the source states the day only. */
    public static StatedEvent split(String source, String symbol, LocalDate day) {
        return new StatedEvent(source, symbol, day, "split", null, null, null);
    }

    public static StatedEvent symbolChange(String source, String symbol, LocalDate day, @Nullable String newSymbol) {
        return new StatedEvent(source, symbol, day, "symbol_change", null, null, newSymbol);
    }
}
