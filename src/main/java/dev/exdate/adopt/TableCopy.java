package dev.exdate.adopt;

import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Copies the rows of one table's old tables, in one transaction: one row a key, all others to the quarantine. */
final class TableCopy {
    private static final List<String> OWN = List.of("id", "created_at", "updated_at", "checked_at", "scraped_at");

    private final Handle handle;
    private final OldTable table;
    private final String zone;
    private final String target;
    private final List<Columns.Column> columns;
    private final List<String> old;

    /** @param old the names under which it is among the old tables */
    TableCopy(Handle handle, OldTable table, List<String> old, String zone) throws SQLException {
        this.handle = handle;
        this.table = table;
        this.old = List.copyOf(old);
        this.zone = zone;
        this.target = "public." + table.name();
        this.columns = Columns.of(handle, "public", table.name()).all();
    }

    /**
     * What was done.
     *
     * @param before rows of the old tables
     * @param after rows of the new one
     * @param moved rows in the quarantine
     * @param notes what was lost or may not be right, for people
     */
    record Copied(long before, long after, long moved, List<String> notes) {}

    Copied copy() throws SQLException {
        handle.execute("SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0");
        List<String> notes = new ArrayList<>();
        handle.execute("CREATE VIEW exdate_legacy.source_rows AS " + source(notes));
        RowChecks checks = RowChecks.drop(handle, target);
        startIds();
        handle.execute(insert());
        handle.execute(fill());
        quarantine();
        startIds();
        notes.addAll(checks.restore());
        Copied copied = new Copied(
                number("SELECT count(*) FROM exdate_legacy.source_rows"),
                number("SELECT count(*) FROM " + target),
                number("SELECT count(*) FROM exdate_legacy.quarantine WHERE source_table = '" + table.name() + "'"),
                notes);
        prove(copied);
        handle.execute("DROP VIEW exdate_legacy.source_rows");
        return copied;
    }

    private String source(List<String> notes) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (String name : old) {
            Conversion conversion = new Conversion(table, Columns.of(handle, OldTable.SCHEMA, name), zone);
            boolean keepIds = parts.isEmpty() && hasGoodIds(name, conversion);
            String values = columns.stream()
                    .map(column -> (column.name().equals("id") && !keepIds ? "NULL::bigint" : conversion.of(column))
                            + " AS " + column.name())
                    .collect(Collectors.joining(", "));
            parts.add("SELECT " + parts.size() + " AS nth_table, " + values
                    + ", to_jsonb(o) AS whole FROM exdate_legacy." + name + " o");
            notes.addAll(lost(name, conversion));
        }
        return String.join(" UNION ALL ", parts);
    }

    private boolean hasGoodIds(String name, Conversion conversion) throws SQLException {
        return List.of("smallint", "integer", "bigint")
                        .contains(conversion.old().type("id"))
                && handle.sql("SELECT count(*) = count(DISTINCT id) FROM exdate_legacy." + name)
                        .one(row -> row.getBoolean(1));
    }

    /** Values that could not be converted: they are null now, and whole in the old table. */
    private List<String> lost(String name, Conversion conversion) throws SQLException {
        Map<String, String> counts = new LinkedHashMap<>();
        for (Columns.Column column : columns) {
            for (String from : conversion.sources(column.name())) {
                if (!column.type().equals("text") && !column.name().equals("id")) {
                    String value = "o." + Conversion.quoted(from) + "::text";
                    counts.put(
                            from + ": %,d values are no " + column.type(),
                            "count(*) FILTER (WHERE btrim(" + value + ") NOT IN ('', '\"\"', 'null') AND "
                                    + conversion.of(column) + " IS NULL)");
                }
            }
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        String sql =
                "SELECT ARRAY[" + String.join(", ", counts.values()) + "]::text[] FROM exdate_legacy." + name + " o";
        String[] lost = handle.sql(sql).one(row -> (String[]) row.getArray(1).getArray());
        List<String> notes = new ArrayList<>();
        int i = 0;
        for (String note : counts.keySet()) {
            long values = Long.parseLong(lost[i++]);
            if (values > 0) {
                notes.add(name + "." + note.formatted(values));
            }
        }
        return notes;
    }

    private String key() {
        return table.key().stream().collect(Collectors.joining(", "));
    }

    private boolean has(String column) {
        return columns.stream().anyMatch(it -> it.name().equals(column));
    }

    private String complete() {
        List<String> needed = columns.stream()
                .filter(Columns.Column::needed)
                .map(column -> column.name() + " IS NOT NULL")
                .toList();
        return needed.isEmpty() ? "true" : String.join(" AND ", needed);
    }

    /** Rows with a null in a key that allows several such rows are all different. */
    private String ranked() {
        String order = List.of("updated_at", "created_at", "id").stream()
                .filter(this::has)
                .map(column -> ", " + column + " DESC NULLS LAST")
                .collect(Collectors.joining());
        boolean severalNulls =
                !table.name().equals("raw_dividends_cboe") && table.key().contains("ex_date");
        String partition = key() + (severalNulls ? ", CASE WHEN ex_date IS NULL THEN whole::text END" : "");
        return "SELECT *, row_number() OVER (PARTITION BY " + partition + " ORDER BY nth_table" + order
                + ") AS nth, count(*) OVER (PARTITION BY " + partition
                + ") AS of_key FROM exdate_legacy.source_rows WHERE "
                + complete();
    }

    private String insert() {
        String names = columns.stream().map(Columns.Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(this::filled).collect(Collectors.joining(", "));
        return "INSERT INTO " + target + " (" + names + ") SELECT " + values + " FROM (" + ranked()
                + ") AS r WHERE nth = 1";
    }

    private String filled(Columns.Column column) {
        if (column.name().equals("id")) {
            return "coalesce(id, nextval(pg_get_serial_sequence('" + target + "', 'id')))";
        }
        return column.fallback() == null || column.nullable()
                ? column.name()
                : "coalesce(" + column.name() + ", " + column.fallback() + ")";
    }

    private List<String> contents() {
        return columns.stream()
                .map(Columns.Column::name)
                .filter(name -> !OWN.contains(name) && !table.key().contains(name))
                .toList();
    }

    /** What the best row of a key does not say, the others may. */
    private String fill() {
        String set = contents().stream()
                .map(name -> name + " = coalesce(w." + name + ", l." + name + ")")
                .collect(Collectors.joining(", "));
        String first = contents().stream()
                .map(name ->
                        "(array_agg(" + name + " ORDER BY nth) FILTER (WHERE " + name + " IS NOT NULL))[1] AS " + name)
                .collect(Collectors.joining(", "));
        return "UPDATE " + target + " w SET " + set + " FROM (SELECT " + key() + ", " + first + " FROM (" + ranked()
                + ") AS r WHERE of_key > 1 AND nth > 1 GROUP BY " + key() + ") AS l WHERE "
                + sameKey("w", "l");
    }

    /** Only a plain comparison can be looked up or hashed. */
    private String sameKey(String one, String other) {
        return table.key().stream()
                .map(name ->
                        one + "." + name + (isNeeded(name) ? " = " : " IS NOT DISTINCT FROM ") + other + "." + name)
                .collect(Collectors.joining(" AND "));
    }

    private boolean isNeeded(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name) && column.needed());
    }

    private void quarantine() throws SQLException {
        handle.execute("INSERT INTO exdate_legacy.quarantine (source_table, reason, row) SELECT '" + table.name()
                + "', 'incomplete', whole FROM exdate_legacy.source_rows WHERE NOT (" + complete() + ")");
        handle.execute("INSERT INTO exdate_legacy.quarantine (source_table, reason, row) SELECT '" + table.name()
                + "', CASE WHEN EXISTS (SELECT FROM " + target + " w WHERE " + sameKey("w", "r") + " AND ("
                + list("w") + ") IS NOT DISTINCT FROM (" + list("r") + ")"
                + ") THEN 'duplicate' ELSE 'conflict' END, whole FROM (" + ranked()
                + ") AS r WHERE nth > 1");
    }

    private String list(String row) {
        return contents().stream().map(name -> row + "." + name).collect(Collectors.joining(", "));
    }

    private void startIds() throws SQLException {
        if (has("id")) {
            handle.sql("SELECT setval(pg_get_serial_sequence('" + target
                            + "', 'id'), greatest(1, m), m > 0) FROM (SELECT "
                            + "greatest((SELECT max(id) FROM exdate_legacy.source_rows), (SELECT max(id) FROM " + target
                            + "), 0) AS m) AS newest")
                    .one(row -> row.getLong(1));
        }
    }

    /** All rows are somewhere, and what had no rival says the same. */
    private void prove(Copied copied) throws SQLException {
        if (copied.before() != copied.after() + copied.moved()) {
            throw new SQLException("%s: %d rows before, but %d after and %d in the quarantine"
                    .formatted(table.name(), copied.before(), copied.after(), copied.moved()));
        }
        long differing =
                number("SELECT count(*) FROM (" + ranked() + ") AS r WHERE of_key = 1 AND NOT EXISTS (SELECT FROM "
                        + target + " w WHERE " + sameKey("w", "r") + " AND (" + sum("w", contents()) + ") = ("
                        + sum("r", contents())
                        + "))");
        if (differing > 0) {
            throw new SQLException(table.name() + ": " + differing + " rows say something else after the copy");
        }
    }

    /** A checksum of a row; what has a default may have been filled. */
    private String sum(String row, List<String> names) {
        String values = names.stream()
                .filter(name -> columns.stream()
                        .anyMatch(column -> column.name().equals(name) && (column.nullable() || column.needed())))
                .map(name -> row + "." + name + "::text")
                .collect(Collectors.joining(", "));
        return "hashtextextended(concat_ws('|', 'row', " + values + "), 0)";
    }

    private long number(String sql) throws SQLException {
        return handle.sql(sql).one(row -> row.getLong(1));
    }
}
