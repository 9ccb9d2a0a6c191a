package dev.exdate.database.schema;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.InvalidSetting;

/** The rights of a role that only looks, as a psql script. It can be run again. */
public final class ReadingGrants {
    private ReadingGrants() {}

    /**
     * @param address with the role, which need not exist yet, and the database with Exdate's tables
     * @throws InvalidSetting if one of the names can't be written to a script
     */
    public static String script(DatabaseAddress address) {
        String role = Grants.checked(address.user());
        String database = Grants.checked(address.database());
        return """
                -- The rights of a role that only looks: exdate status, history and report. An administrator of the server runs
                -- them, after the first run of the role that writes:
                --   exdate doctor --grants --read-only | psql -h HOST -U postgres -d postgres

                -- The role, where it is not there yet. A new role has no password: \\password sets it.
                SELECT %3$s WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = %1$s) \\gexec
                GRANT CONNECT ON DATABASE %4$s TO %2$s;

                \\connect %4$s

                -- Exdate's tables and views, and those that later migrations make.
                DO %5$s
                DECLARE
                    item record;
                BEGIN
                    IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'exdate') THEN
                        RAISE EXCEPTION 'the database has no tables of Exdate yet; run exdate migrate first';
                    END IF;
                    FOR item IN
                        SELECT n.nspname, c.relname, pg_get_userbyid(c.relowner) AS owner
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p', 'v')
                          AND (n.nspname = 'exdate'
                               OR n.nspname = 'public'
                                  AND (c.relname LIKE 'raw\\_%%' OR c.relname = 'v_data_source_preferences'))
                    LOOP
                        EXECUTE format('GRANT USAGE ON SCHEMA %%I TO %%I', item.nspname, %1$s);
                        EXECUTE format('GRANT SELECT ON %%I.%%I TO %%I', item.nspname, item.relname, %1$s);
                        EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I IN SCHEMA %%I GRANT SELECT ON TABLES TO %%I',
                                       item.owner, item.nspname, %1$s);
                    END LOOP;
                END
                %5$s;
                """.formatted(
                        Grants.literal(role),
                        Grants.identifier(role),
                        Grants.literal("CREATE ROLE " + Grants.identifier(role) + " LOGIN"),
                        Grants.identifier(database),
                        Grants.MARK);
    }
}
