package dev.exdate.database.bulk;

import java.util.List;

/**
 * A table's columns without the rows they come from.
 *
 * @param name with schema: {@code public.raw_stock_prices}
 * @param columns all columns written
 * @param key names of the conflict key's columns
 */
public record TableShape(String name, List<Typed> columns, List<String> key) {
    /**
     * A column.
     *
     * @param type the SQL type of the staging column
     * @param aside whether a row in which nothing else differs is not written
     */
    public record Typed(String name, String type, boolean aside) {
        public Typed(String name, String type) {
            this(name, type, false);
        }
    }

    List<String> names() {
        return columns.stream().map(Typed::name).toList();
    }

    List<String> types() {
        return columns.stream().map(Typed::type).toList();
    }
}
