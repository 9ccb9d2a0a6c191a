package dev.exdate.testing;

import dev.exdate.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of tables, without instants, run ids and numbers given in the order of arrival: what two runs can have alike. */
public final class TableContents {
    private TableContents() {}

    /** Of all tables but the run's own. */
    public static Map<String, List<String>> all(TestDatabase database) {
        return of(
                database,
                "<> ALL (ARRAY['exdate.flyway_schema_history', 'exdate.run', 'exdate.daily_budget',"
                        + " 'exdate.kept_answer'])");
    }

    /** Of the tables that say what the sources said, however often they were asked. */
    public static Map<String, List<String>> data(TestDatabase database) {
        return of(
                database,
                "LIKE ANY (ARRAY['public.%', 'exdate.classification', 'exdate.corporate_action', 'exdate.dividend_conflict',"
                        + " 'exdate.future_dividend_history', 'exdate.nothing_evidence'])");
    }

    private static Map<String, List<String>> of(TestDatabase database, String chosen) {
        Map<String, List<String>> contents = new TreeMap<>();
        List<String> columns = database.rows("""
                SELECT c.table_schema || '.' || c.table_name,
                       string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position)
                FROM information_schema.columns c
                JOIN information_schema.tables t USING (table_schema, table_name)
                WHERE c.table_schema IN ('public', 'exdate') AND t.table_type = 'BASE TABLE'
                  AND c.table_schema || '.' || c.table_name %s
                  AND c.data_type NOT IN ('timestamp with time zone', 'uuid')
                  AND c.column_name NOT IN ('id', 'reading')
                GROUP BY 1 ORDER BY 1
                """.formatted(chosen));
        for (String table : columns) {
            String[] parts = table.split("\\|", 2);
            contents.put(
                    parts[0],
                    database.rows("SELECT " + parts[1] + " FROM " + parts[0]).stream()
                            .sorted()
                            .toList());
        }
        return contents;
    }
}
