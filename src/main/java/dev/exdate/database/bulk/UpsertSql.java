package dev.exdate.database.bulk;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of one bulk write, made of the table's own names only; values never become SQL.
 */
record UpsertSql(String createStage, String copy, String upsert, String dropStage) {
    private static final String STAGE = "exdate_stage";

    static UpsertSql of(Table<?> table) {
        List<String> all = table.columns().stream().map(Column::name).toList();
        List<String> others =
                all.stream().filter(name -> !table.key().contains(name)).toList();
        String columns = String.join(", ", all);
        String stage = table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
        String upsert = others.isEmpty() ? insertOnly(table, columns) : upsert(table, columns, others);
        return new UpsertSql(
                "CREATE TEMPORARY TABLE " + STAGE + " (" + stage + ") ON COMMIT DROP",
                "COPY " + STAGE + " (" + columns + ") FROM STDIN",
                upsert,
                "DROP TABLE " + STAGE);
    }

    private static String insertOnly(Table<?> table, String columns) {
        return """
                WITH written AS (
                    INSERT INTO %1$s (%2$s) SELECT %2$s FROM %3$s
                    ON CONFLICT (%4$s) DO NOTHING RETURNING 1)
                SELECT count(*) AS added, 0::bigint AS changed FROM written
                """.formatted(table.name(), columns, STAGE, String.join(", ", table.key()));
    }

    /** Unchanged rows are not rewritten, and an unknown value keeps the stored one. */
    private static String upsert(Table<?> table, String columns, List<String> others) {
        return """
                WITH written AS (
                    INSERT INTO %1$s AS t (%2$s) SELECT %2$s FROM %3$s
                    ON CONFLICT (%4$s) DO UPDATE SET %5$s
                    WHERE (%6$s) IS DISTINCT FROM (%7$s)
                    RETURNING xmax = 0 AS added)
                SELECT count(*) FILTER (WHERE added) AS added, count(*) FILTER (WHERE NOT added) AS changed FROM written
                """.formatted(
                        table.name(),
                        columns,
                        STAGE,
                        String.join(", ", table.key()),
                        join(others, "%1$s = coalesce(excluded.%1$s, t.%1$s)"),
                        join(others, "t.%1$s"),
                        join(others, "coalesce(excluded.%1$s, t.%1$s)"));
    }

    private static String join(List<String> names, String form) {
        return names.stream().map(form::formatted).collect(Collectors.joining(", "));
    }
}
