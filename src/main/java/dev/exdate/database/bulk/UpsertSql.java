package dev.exdate.database.bulk;

import java.util.List;
import java.util.stream.Collectors;

/** The statements of one bulk write, made of the table's own names only; values never become SQL. */
record UpsertSql(String createStage, String copy, String upsert, String dropStage) {
    private static final String STAGE = "exdate_stage";

    static UpsertSql of(TableShape table) {
        List<String> others = table.names().stream()
                .filter(name -> !table.key().contains(name))
                .toList();
        List<String> compared = table.columns().stream()
                .filter(column -> !column.aside() && others.contains(column.name()))
                .map(TableShape.Typed::name)
                .toList();
        String columns = String.join(", ", table.names());
        String stage = table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
        String upsert = others.isEmpty() ? insertOnly(table, columns) : upsert(table, columns, others, compared);
        return new UpsertSql(
                "CREATE TEMPORARY TABLE " + STAGE + " (" + stage + ") ON COMMIT DROP",
                copy(STAGE, columns),
                upsert,
                "DROP TABLE " + STAGE);
    }

    /** Straight into the table. */
    static String copyInto(TableShape table) {
        return copy(table.name(), String.join(", ", table.names()));
    }

    private static String copy(String name, String columns) {
        return "COPY " + name + " (" + columns + ") FROM STDIN (FORMAT binary)";
    }

    private static String insertOnly(TableShape table, String columns) {
        return """
                WITH written AS (
                    INSERT INTO %1$s (%2$s) SELECT %2$s FROM %3$s
                    ON CONFLICT (%4$s) DO NOTHING RETURNING 1)
                SELECT count(*) AS added, 0::bigint AS changed FROM written
                """.formatted(table.name(), columns, STAGE, String.join(", ", table.key()));
    }

    /**
     * An unknown value keeps the stored one. Unchanged rows are left out before the insert, because a conflict locks the
     * row, and even that is a write. They are looked up one by one in the key's index, whatever the planner thinks of the
     * temporary table.
     */
    private static String upsert(TableShape table, String columns, List<String> others, List<String> compared) {
        return """
                WITH news AS (
                    SELECT s.* FROM %3$s s
                    LEFT JOIN LATERAL (
                        SELECT true AS found, %8$s FROM %1$s x WHERE %9$s OFFSET 0
                    ) t ON true
                    WHERE t.found IS NULL OR (%6$s) IS DISTINCT FROM (%10$s)
                ), written AS (
                    INSERT INTO %1$s AS t (%2$s) SELECT %2$s FROM news
                    ON CONFLICT (%4$s) DO UPDATE SET %5$s
                    WHERE (%6$s) IS DISTINCT FROM (%7$s)
                    RETURNING xmax = 0 AS added)
                SELECT count(*) FILTER (WHERE added) AS added, count(*) FILTER (WHERE NOT added) AS changed FROM written
                """.formatted(
                        table.name(),
                        columns,
                        STAGE,
                        String.join(", ", table.key()),
                        join(others, ", ", "%1$s = coalesce(excluded.%1$s, t.%1$s)"),
                        join(compared, ", ", "t.%1$s"),
                        join(compared, ", ", "coalesce(excluded.%1$s, t.%1$s)"),
                        join(compared, ", ", "x.%1$s"),
                        join(table.key(), " AND ", "x.%1$s = s.%1$s"),
                        join(compared, ", ", "coalesce(s.%1$s, t.%1$s)"));
    }

    private static String join(List<String> names, String between, String form) {
        return names.stream().map(form::formatted).collect(Collectors.joining(between));
    }
}
