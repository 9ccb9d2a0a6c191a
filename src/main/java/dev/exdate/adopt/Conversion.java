package dev.exdate.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SQL that makes the values of an old table's columns into those of Exdate's. Floats go through text, which has the digits
 * that were meant.
 *
 * @param zone of timestamps without one
 */
record Conversion(OldTable table, Columns old, String zone) {
    private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");

    /** The value of Exdate's column; a typed null if the old table has nothing for it. */
    String of(Columns.Column column) {
        if (column.name().equals("holdings_count") && old.has("holdings")) {
            return "jsonb_array_length(exdate_legacy.as_array(o.holdings::text))";
        }
        List<String> values =
                sources(column.name()).stream().map(name -> value(name, column)).toList();
        return switch (values.size()) {
            case 0 -> "NULL::" + column.type();
            case 1 -> values.getFirst();
            default -> values.stream().collect(Collectors.joining(", ", "coalesce(", ")"));
        };
    }

    /** The old columns that have it. */
    List<String> sources(String column) {
        List<String> names = new ArrayList<>(List.of(column));
        names.addAll(table.renamed().getOrDefault(column, List.of()));
        return names.stream().filter(old::has).toList();
    }

    private String value(String name, Columns.Column column) {
        String from = old.type(name);
        String value = "o." + quoted(name);
        String text = value + "::text";
        if (column.name().equals("symbol")) {
            return "nullif(upper(btrim(" + text + ")), '')";
        }
        return switch (column.type()) {
            case "text" -> "exdate_legacy.as_text(" + text + ")";
            case "numeric" ->
                from.equals("numeric") || WHOLE.contains(from)
                        ? finite(value + "::numeric")
                        : from.equals("double precision") || from.equals("real")
                                ? "CASE WHEN " + text + " NOT IN ('NaN', 'Infinity', '-Infinity') THEN " + text
                                        + "::numeric END"
                                : "exdate_legacy.as_numeric(" + text + ")";
            case "bigint" -> WHOLE.contains(from) ? value + "::bigint" : "exdate_legacy.as_bigint(" + text + ")";
            case "integer" ->
                from.equals("integer") || from.equals("smallint")
                        ? value + "::integer"
                        : "exdate_legacy.as_integer(" + text + ")";
            case "boolean" -> from.equals("boolean") ? value : "exdate_legacy.as_boolean(" + text + ")";
            case "date" -> from.equals("date") ? value : "exdate_legacy.as_date(" + text + ")";
            case "timestamp with time zone" -> instant(from, value);
            case "jsonb" -> "exdate_legacy.as_array(" + text + ")";
            default -> "NULL::" + column.type();
        };
    }

    private static String finite(String number) {
        return "nullif(nullif(nullif(" + number + ", 'NaN'), 'Infinity'), '-Infinity')";
    }

    private String instant(String from, String value) {
        return switch (from) {
            case "timestamp with time zone" -> value;
            case "timestamp without time zone" -> value + " AT TIME ZONE '" + zone.replace("'", "''") + "'";
            default -> "exdate_legacy.as_instant(" + value + "::text)";
        };
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
