package dev.exdate.backup;

import dev.exdate.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The current content of a database that is about to be restored.
 *
 * @param drops the statements that remove it
 */
record Occupancy(long tables, long others, List<String> drops) {
    /** Objects of the server or of an extension do not count; an empty database may have them. */
    private static final String EVERYTHING = """
            WITH part_of_extension AS (SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e'),
            schemas AS (
                SELECT oid, nspname FROM pg_catalog.pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                  AND ('pg_catalog.pg_namespace'::regclass, oid) NOT IN (SELECT classid, objid FROM part_of_extension)
            ),
            relations AS (
                SELECT s.nspname, c.relname, c.relkind FROM pg_catalog.pg_class c JOIN schemas s ON s.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
                  AND ('pg_catalog.pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM part_of_extension)
                  AND NOT (c.relkind = 'S' AND EXISTS (
                      SELECT FROM pg_catalog.pg_depend owned
                      WHERE owned.classid = 'pg_catalog.pg_class'::regclass AND owned.objid = c.oid
                        AND owned.refclassid = 'pg_catalog.pg_class'::regclass AND owned.deptype IN ('a', 'i')))
            )
            SELECT CASE WHEN relkind IN ('r', 'p', 'm', 'f') THEN 'table' ELSE 'other' END AS kind, nspname <> 'public' AS goes_with_schema,
                   format('DROP %s IF EXISTS %I.%I CASCADE',
                          CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                                       WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END,
                          nspname, relname) AS drop
            FROM relations
            UNION ALL
            SELECT 'other', false, format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) FROM schemas WHERE nspname <> 'public'
            UNION ALL
            SELECT 'other', s.nspname <> 'public', format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
            FROM pg_catalog.pg_proc p JOIN schemas s ON s.oid = p.pronamespace
            WHERE ('pg_catalog.pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM part_of_extension)
            UNION ALL
            SELECT 'other', s.nspname <> 'public', format('DROP TYPE IF EXISTS %I.%I CASCADE', s.nspname, t.typname)
            FROM pg_catalog.pg_type t JOIN schemas s ON s.oid = t.typnamespace
            WHERE t.typtype IN ('d', 'e', 'r')
              AND ('pg_catalog.pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM part_of_extension)
            """;

    static Occupancy of(Database database) throws SQLException {
        return database.reading(handle -> {
            List<Thing> things = handle.sql(EVERYTHING)
                    .list(row -> new Thing(
                            row.getString("kind").equals("table"),
                            row.getBoolean("goes_with_schema"),
                            row.getString("drop")));
            long tables = things.stream().filter(Thing::table).count();
            List<String> drops = things.stream()
                    .filter(thing -> !thing.goesWithSchema())
                    .map(Thing::drop)
                    .toList();
            return new Occupancy(tables, things.size() - tables, drops);
        });
    }

    private record Thing(boolean table, boolean goesWithSchema, String drop) {}

    boolean isNone() {
        return tables == 0 && others == 0;
    }

    String words() {
        return "%d tables and %d other things".formatted(tables, others);
    }

    /** Removes everything within the caller's transaction. It waits only briefly for other users of a table. */
    void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '20s'");
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }
}
