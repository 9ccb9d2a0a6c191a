package dev.exdate.database.bulk;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that a writer fills.
 *
 * @param type the SQL type of the staging column: {@code text}, {@code date}, {@code numeric}, {@code bigint},
 *     {@code jsonb}, {@code timestamptz}, {@code boolean}
 * @param value of a row; null says "not known" and never overwrites what is there
 * @param aside whether a row in which nothing else differs is not written
 */
public record Column<R>(String name, String type, Function<R, @Nullable Object> value, boolean aside) {
    public Column(String name, String type, Function<R, @Nullable Object> value) {
        this(name, type, value, false);
    }

    public static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "text", value);
    }

    public static <R> Column<R> date(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "date", value);
    }

    public static <R> Column<R> numeric(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "numeric", value);
    }
}
