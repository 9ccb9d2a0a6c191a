package dev.exdate.database.bulk;

import java.util.List;

/**
 * What a bulk write needs to know of a table.
 *
 * @param name with schema: {@code public.raw_dividends_cboe}
 * @param columns all columns written, the key's first
 * @param key names of the conflict key's columns (a unique index; NULLS NOT DISTINCT where they may be null)
 * @param duplicates which of two rows of a batch with the same key is written
 */
public record Table<R>(String name, List<Column<R>> columns, List<String> key, Duplicates<R> duplicates) {
    TableShape shape() {
        return new TableShape(
                name,
                columns.stream()
                        .map(column -> new TableShape.Typed(column.name(), column.type(), column.aside()))
                        .toList(),
                key);
    }

    /** Decides between two rows of one batch with the same key. */
    @FunctionalInterface
    public interface Duplicates<R> {
        /** The row to write, which may be a merge of both; {@code earlier} came first in the batch. */
        R settle(R earlier, R later);

        static <R> Duplicates<R> lastWins() {
            return (earlier, later) -> later;
        }
    }
}
