package dev.exdate.database.schema;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.InvalidSetting;

/** The minimal rights of Exdate's database role, as a psql script. It can be run again; existing objects stay. */
public final class Grants {
    /** Ends the text of a {@code DO} block; no name within may contain it. */
    static final String MARK = "$grants$";

    private Grants() {}

    /**
     * @param address with the role and the database; neither need exist yet
     * @throws InvalidSetting if one of the names can't be written to a script
     */
    public static String script(DatabaseAddress address) {
        String role = checked(address.user());
        String database = checked(address.database());
        return """
                -- The rights Exdate needs as the role of DATABASE_URL, and no more. An administrator of the server runs
                -- them, before the first run and again after somebody else has made tables that the backup is to hold:
                --   exdate doctor --grants | psql -h HOST -U postgres -d postgres

                -- The role and its database, where they are not there yet. A new role has no password: \\password sets it.
                SELECT %3$s WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = %1$s) \\gexec
                SELECT %4$s WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = %5$s) \\gexec

                -- For each run: to log in, and the temporary tables through which all rows go. For the first migration and
                -- for a restore: to make Exdate's own schema.
                GRANT CONNECT, TEMPORARY, CREATE ON DATABASE %6$s TO %2$s;

                -- For the proof of a backup, which restores it into a database that is dropped again. Leave it out where
                -- that is not wanted, and set EXDATE_BACKUP_VERIFY=list.
                ALTER ROLE %2$s CREATEDB;

                \\connect %6$s

                -- For the migration: it makes tables in public too.
                GRANT USAGE, CREATE ON SCHEMA public TO %2$s;

                -- For later migrations and for each run: where another role has run Exdate before, what it made then
                -- becomes the role's own, since only an owner may change a table. The one who had it keeps all rights.
                DO %7$s
                DECLARE
                    item record;
                BEGIN
                    FOR item IN
                        SELECT 'SCHEMA' AS kind, 'exdate' AS name, nspowner AS owner
                        FROM pg_namespace WHERE nspname = 'exdate'
                        UNION ALL
                        SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, format('%%I.%%I', n.nspname, c.relname),
                               c.relowner
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p', 'v')
                          AND (n.nspname = 'exdate'
                               OR n.nspname = 'public'
                                  AND (c.relname LIKE 'raw\\_%%' OR c.relname = 'v_data_source_preferences'))
                        UNION ALL
                        SELECT 'FUNCTION', p.oid::regprocedure::text, p.proowner
                        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                        WHERE n.nspname = 'exdate'
                           OR n.nspname = 'public'
                              AND p.proname IN ('record_data_source_check', 'get_latest_dates_by_symbol')
                    LOOP
                        CONTINUE WHEN item.owner = %1$s::regrole OR to_regclass('exdate.flyway_schema_history') IS NULL;
                        EXECUTE format('ALTER %%s %%s OWNER TO %%I', item.kind, item.name, %1$s);
                        EXECUTE format('GRANT ALL ON %%s %%s TO %%I', replace(item.kind, 'VIEW', 'TABLE'), item.name,
                                       pg_get_userbyid(item.owner));
                    END LOOP;
                END
                %7$s;

                -- For the backup, which holds the whole database: to read the tables that others have made in it.
                DO %7$s
                DECLARE
                    item record;
                BEGIN
                    FOR item IN
                        SELECT c.relkind, n.nspname, c.relname
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't'
                          AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%%'
                          AND NOT pg_has_role(%1$s, c.relowner, 'USAGE')
                    LOOP
                        EXECUTE format('GRANT USAGE ON SCHEMA %%I TO %%I', item.nspname, %1$s);
                        EXECUTE format('GRANT SELECT ON %%s %%I.%%I TO %%I',
                                       CASE item.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                                       item.nspname, item.relname, %1$s);
                    END LOOP;
                END
                %7$s;
                """.formatted(
                        literal(role),
                        identifier(role),
                        literal("CREATE ROLE " + identifier(role) + " LOGIN"),
                        literal("CREATE DATABASE " + identifier(database) + " ENCODING 'UTF8' TEMPLATE template0"),
                        literal(database),
                        identifier(database),
                        MARK);
    }

    static String checked(String name) {
        if (name.codePoints().anyMatch(Character::isISOControl) || name.contains(MARK)) {
            throw new InvalidSetting(
                    "the role or database in DATABASE_URL has a name that can't be written to a script");
        }
        return name;
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A backslash has no meaning in it: {@code standard_conforming_strings} is on since PostgreSQL 9.1. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
