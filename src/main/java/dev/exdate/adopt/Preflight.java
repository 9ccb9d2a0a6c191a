package dev.exdate.adopt;

import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands against an adoption, and what it would do. Nothing is changed. */
record Preflight(Handle handle) {
    /**
     * The result.
     *
     * @param problems each says what to do; with any the adoption is refused
     * @param lines what is there
     */
    record Found(List<String> problems, List<String> lines) {}

    Found examine() throws SQLException {
        List<String> lines = new ArrayList<>();
        for (OldTable table : OldTable.ALL) {
            for (String name : tables(table)) {
                lines.add(forecast(table, name));
            }
        }
        lines.addAll(dependents());
        lines.add("about " + size() + " of disk space are needed on the server for the copies");
        return new Found(problems(), lines);
    }

    /** Those of its names that are tables in {@code public}. */
    private List<String> tables(OldTable table) throws SQLException {
        return Adoption.existing(handle, "public", table);
    }

    private String forecast(OldTable table, String name) throws SQLException {
        Columns columns = Columns.of(handle, "public", name);
        Conversion conversion = new Conversion(table, columns, "UTC");
        List<String> key = table.key().stream()
                .map(column -> conversion.sources(column).isEmpty()
                        ? "NULL::text"
                        : column.equals("symbol")
                                ? "upper(btrim(o.symbol::text))"
                                : "o."
                                        + Conversion.quoted(
                                                conversion.sources(column).getFirst()) + "::text")
                .toList();
        String sql =
                "SELECT coalesce(sum(n), 0) AS all_rows, count(*) AS keys, coalesce(sum(n) FILTER (WHERE NOT whole), 0)"
                        + " AS partial FROM (SELECT count(*) AS n, bool_and(num_nulls(" + String.join(", ", key)
                        + ") = 0) AS whole FROM public." + name + " o GROUP BY " + String.join(", ", key) + ") AS keys";
        return handle.sql(sql)
                .one(row -> "%s → %s: %,d rows, %,d with a key that another row has, %,d without a whole key"
                        .formatted(
                                name,
                                table.name(),
                                row.getLong("all_rows"),
                                row.getLong("all_rows") - row.getLong("keys"),
                                row.getLong("partial")));
    }

    private List<String> dependents() throws SQLException {
        return handle.sql("""
                SELECT DISTINCT c.relkind, format('%I.%I', n.nspname, c.relname) AS name
                FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                WHERE tn.nspname = 'public' AND t.relname = ANY (:names::text[]) AND t.relkind IN ('r', 'p') AND c.oid <> t.oid
                ORDER BY name
                """)
                .bindArray("names", "text", OldTable.allNames())
                .list(row -> (row.getString("relkind").equals("m") ? "materialized view " : "view ")
                        + row.getString("name") + " is made again on the new tables");
    }

    private String size() throws SQLException {
        return handle.sql("""
                SELECT pg_size_pretty(coalesce(sum(pg_total_relation_size(c.oid)), 0))
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname = ANY (:names::text[])
                """).bindArray("names", "text", OldTable.allNames()).one(row -> row.getString(1));
    }

    private List<String> problems() throws SQLException {
        List<String> problems = new ArrayList<>(handle
                .sql("""
                SELECT CASE
                    WHEN c.relkind NOT IN ('r', 'p', 'v') THEN format('%s is neither a table nor a view; move it away', c.oid::regclass)
                    WHEN NOT pg_has_role(c.relowner, 'USAGE')
                        THEN format('the role %s does not own %s; run: ALTER TABLE %s OWNER TO %I', current_user,
                                    c.oid::regclass, c.oid::regclass, current_user)
                    WHEN c.relkind <> 'v' AND row_security_active(c.oid)
                        THEN format('row security hides rows of %s from the role %s; run: ALTER ROLE %I BYPASSRLS',
                                    c.oid::regclass, current_user, current_user)
                    END AS problem
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relname = ANY (:names::text[]) AND c.relkind IN ('r', 'p', 'v', 'f', 'm')
                ORDER BY c.relname
                """)
                .bindArray("names", "text", OldTable.allNames())
                .list(row -> row.getString("problem") == null ? "" : row.getString("problem"))
                .stream()
                .filter(problem -> !problem.isEmpty())
                .collect(Collectors.toList()));
        problems.addAll(
                handle.sql("""
                SELECT DISTINCT format('%s is in use by process %s (%s); stop the old job first', l.relation::regclass, a.pid,
                                       coalesce(nullif(a.application_name, ''), a.usename)) AS problem
                FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE n.nspname = 'public' AND c.relname = ANY (:names::text[]) AND l.pid <> pg_backend_pid()
                  AND l.mode <> 'AccessShareLock' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """).bindArray("names", "text", OldTable.allNames()).list(row -> row.getString("problem")));
        return problems;
    }
}
