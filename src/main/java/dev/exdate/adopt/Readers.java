package dev.exdate.adopt;

import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.util.List;

/**
 * What stands on the old tables and must stand on the new ones: views of whatever depth, foreign keys of other tables,
 * policies and grants. Before the tables move, it is noted as SQL, and what would be in the way is dropped; afterwards it
 * is made again.
 */
final class Readers {
    private static final String OURS = """
            SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname = ANY (:names::text[])
            """;

    private static final String SAVE_VIEWS = """
            WITH RECURSIVE ours AS (%s), above AS (
                SELECT DISTINCT r.ev_class AS oid, 1 AS depth
                FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
                WHERE d.refobjid IN (SELECT oid FROM ours) AND r.ev_class NOT IN (SELECT oid FROM ours)
                UNION
                SELECT r.ev_class, above.depth + 1
                FROM above JOIN pg_depend d ON d.refobjid = above.oid
                JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
                WHERE r.ev_class <> above.oid AND above.depth < 20
            ), views AS (
                SELECT c.oid, c.relkind, c.relowner, c.relacl, format('%%I.%%I', n.nspname, c.relname) AS name, max(above.depth) AS depth
                FROM above JOIN pg_class c ON c.oid = above.oid JOIN pg_namespace n ON n.oid = c.relnamespace
                GROUP BY c.oid, c.relkind, c.relowner, c.relacl, n.nspname, c.relname
            ), parts AS (
                SELECT depth, name, relkind, 1 AS part, format('CREATE %%s %%s AS %%s',
                       CASE relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, name,
                       rtrim(pg_get_viewdef(oid), ';')) AS sql
                FROM views
                UNION ALL
                SELECT depth, name, relkind, 2, format('ALTER %%s %%s OWNER TO %%I',
                       CASE relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, name, pg_get_userbyid(relowner))
                FROM views
                UNION ALL
                SELECT depth, name, relkind, 3, pg_get_indexdef(i.indexrelid)
                FROM views JOIN pg_index i ON i.indrelid = views.oid
                UNION ALL
                SELECT depth, name, relkind, 4, format('GRANT %%s ON %%s TO %%s', a.privilege_type, name,
                       CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
                FROM views CROSS JOIN LATERAL aclexplode(relacl) a WHERE a.grantee <> views.relowner
                UNION ALL
                SELECT depth, name, relkind, 5, format('COMMENT ON %%s %%s IS %%L',
                       CASE relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, name, obj_description(oid, 'pg_class'))
                FROM views WHERE obj_description(oid, 'pg_class') IS NOT NULL
            )
            INSERT INTO exdate_legacy.saved (kind, name, sql)
            SELECT CASE relkind WHEN 'm' THEN 'matview' ELSE 'view' END, name, sql FROM parts
            WHERE name <> ALL (ARRAY['public.v_data_source_preferences', 'public.raw_dividends_yieldmax',
                                     'public.raw_yieldmax_dividends'])
            ORDER BY depth, name, part
            """.formatted(OURS);

    private static final String SAVE_KEYS = """
            WITH ours AS (%s)
            INSERT INTO exdate_legacy.saved (kind, name, sql)
            SELECT 'key', k.conrelid::regclass::text || ' ' || quote_ident(k.conname),
                   format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s NOT VALID', k.conrelid::regclass, k.conname,
                          CASE WHEN k.conrelid::regclass::text LIKE '%%raw_stock_prices_hourly'
                               THEN replace(pg_get_constraintdef(k.oid), ' ON DELETE CASCADE', '')
                               ELSE replace(pg_get_constraintdef(k.oid), ' NOT VALID', '') END)
            FROM pg_constraint k
            WHERE k.contype = 'f' AND k.confrelid IN (SELECT oid FROM ours) AND k.conrelid NOT IN (SELECT oid FROM ours)
            ORDER BY k.oid
            """.formatted(OURS);

    private static final String SAVE_GRANTS = """
            WITH ours AS (%s)
            INSERT INTO exdate_legacy.saved (kind, name, sql)
            SELECT 'grant', c.oid::regclass::text,
                   format('GRANT %%s ON %%s TO %%s', a.privilege_type, c.oid::regclass,
                          CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
            FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
            WHERE c.oid IN (SELECT oid FROM ours) AND a.grantee <> c.relowner
            UNION ALL
            SELECT 'policy', c.oid::regclass::text, format('ALTER TABLE %%s ENABLE ROW LEVEL SECURITY', c.oid::regclass)
            FROM pg_class c WHERE c.oid IN (SELECT oid FROM ours) AND c.relrowsecurity
            UNION ALL
            SELECT 'policy', c.oid::regclass::text,
                   format('CREATE POLICY %%I ON %%s AS %%s FOR %%s TO %%s%%s%%s', p.polname, c.oid::regclass,
                          CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                          CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                        WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                          (SELECT string_agg(CASE role WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(role)) END, ', ')
                           FROM unnest(p.polroles) AS role),
                          coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
                          coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''))
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
            WHERE c.oid IN (SELECT oid FROM ours)
            """.formatted(OURS);

    private static final String NAMED = "(?<![\\w.])public\\.%s(?!\\w)";

    /** A table without a name of its own in a view, whose columns are then named after it. */
    private static final String UNALIASED = NAMED
            + "(?!\\s+(?!(?:WHERE|JOIN|LEFT|RIGHT|FULL|CROSS|INNER|NATURAL|GROUP|ORDER|HAVING|WINDOW|LIMIT|OFFSET|FETCH"
            + "|UNION|EXCEPT|INTERSECT|ON|USING|FOR|TABLESAMPLE)\\b)[a-z_\"])";

    private Readers() {}

    /** With an empty search path, so that every name in what is noted has its schema. */
    static void save(Handle handle, List<String> names) throws SQLException {
        handle.execute("SET LOCAL search_path TO pg_catalog");
        for (String save : List.of(SAVE_VIEWS, SAVE_KEYS, SAVE_GRANTS)) {
            handle.sql(save).bindArray("names", "text", names).execute();
        }
        List<String> drops = handle.sql("""
                SELECT CASE kind WHEN 'key' THEN format('ALTER TABLE %s DROP CONSTRAINT %s', split_part(name, ' ', 1),
                                                        split_part(name, ' ', 2))
                                 WHEN 'matview' THEN 'DROP MATERIALIZED VIEW ' || name
                                 ELSE 'DROP VIEW ' || name END AS sql
                FROM (SELECT kind, name, max(id) AS id FROM exdate_legacy.saved
                      WHERE kind IN ('view', 'matview', 'key') GROUP BY kind, name) AS s
                ORDER BY id DESC
                """).list(row -> row.getString(1));
        for (String drop : drops) {
            handle.execute(drop);
        }
        handle.execute("DROP VIEW IF EXISTS public.v_data_source_preferences");
    }

    private record Saved(boolean view, String sql) {}

    /** On the new tables, under their names. */
    static void restore(Handle handle) throws SQLException {
        handle.execute("SET LOCAL search_path TO pg_catalog");
        List<Saved> saved = handle.sql("""
                SELECT kind IN ('view', 'matview') AS view, sql FROM exdate_legacy.saved ORDER BY view DESC, id
                """).list(row -> new Saved(row.getBoolean("view"), row.getString("sql")));
        for (Saved one : saved) {
            handle.execute(renamed(one));
        }
    }

    private static String renamed(Saved saved) {
        String now = saved.sql();
        for (OldTable table : OldTable.ALL) {
            for (String name : table.names()) {
                if (!name.equals(table.name())) {
                    now = now.replaceAll(
                                    UNALIASED.formatted(name),
                                    "public." + table.name() + (saved.view() ? " " + name : ""))
                            .replaceAll(NAMED.formatted(name), "public." + table.name());
                }
            }
        }
        return now;
    }
}
