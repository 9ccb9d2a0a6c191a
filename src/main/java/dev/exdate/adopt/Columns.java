package dev.exdate.adopt;

import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table's columns, by name. */
record Columns(Map<String, Column> byName) {
    /**
     * A column.
     *
     * @param fallback its default, null if it has none
     */
    record Column(
            String name,
            String type,
            boolean nullable,
            @Nullable String fallback) {
        boolean needed() {
            return !nullable && fallback == null && !name.equals("id");
        }
    }

    static Columns of(Handle handle, String schema, String table) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        handle.sql("""
                SELECT column_name, data_type, is_nullable = 'YES' AS nullable, column_default
                FROM information_schema.columns WHERE table_schema = :schema AND table_name = :table
                ORDER BY ordinal_position
                """)
                .bind("schema", schema)
                .bind("table", table)
                .each(row -> columns.put(
                        row.getString("column_name"),
                        new Column(
                                row.getString("column_name"),
                                row.getString("data_type"),
                                row.getBoolean("nullable"),
                                row.getString("column_default"))));
        return new Columns(columns);
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    List<Column> all() {
        return new ArrayList<>(byName.values());
    }

    String type(String name) {
        Column column = byName.get(name);
        return column == null ? "" : column.type();
    }
}
