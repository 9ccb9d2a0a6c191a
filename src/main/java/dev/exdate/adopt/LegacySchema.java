package dev.exdate.adopt;

import dev.exdate.database.Handle;
import java.sql.SQLException;

/** The schema of the old tables, with what the adoption notes and converts by. Conversions never fail: they give null. */
final class LegacySchema {
    private static final String SCRIPT = """
            CREATE SCHEMA exdate_legacy;
            CREATE TABLE exdate_legacy.adoption (
                step   text        NOT NULL,
                object text        NOT NULL,
                before bigint,
                after  bigint,
                moved  bigint,
                note   text        NOT NULL DEFAULT '',
                at     timestamptz NOT NULL DEFAULT clock_timestamp(),
                PRIMARY KEY (step, object)
            );
            COMMENT ON TABLE exdate_legacy.adoption IS
                'the adoption step by step: rows of the old tables, rows of the new one, rows in the quarantine';
            CREATE TABLE exdate_legacy.quarantine (
                id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                source_table text        NOT NULL,
                reason       text        NOT NULL,
                row          jsonb       NOT NULL,
                at           timestamptz NOT NULL DEFAULT now()
            );
            COMMENT ON TABLE exdate_legacy.quarantine IS 'rows that have no place in the new tables; they are in the old ones too';
            CREATE TABLE exdate_legacy.saved (
                id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                kind text NOT NULL,
                name text NOT NULL,
                sql  text NOT NULL
            );
            COMMENT ON TABLE exdate_legacy.saved IS 'views, foreign keys, policies and grants that stood on the old tables, in the order to make them again';

            CREATE FUNCTION exdate_legacy.as_text(t text) RETURNS text LANGUAGE sql IMMUTABLE AS
                $$ SELECT nullif(btrim(t), '') $$;
            CREATE FUNCTION exdate_legacy.as_numeric(t text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE AS $$
            DECLARE n numeric;
            BEGIN
                n := regexp_replace(t, '[$%, ]', '', 'g')::numeric;
                RETURN CASE WHEN n::text IN ('NaN', 'Infinity', '-Infinity') THEN NULL ELSE n END;
            EXCEPTION WHEN others THEN RETURN NULL;
            END $$;
            CREATE FUNCTION exdate_legacy.as_bigint(t text) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
            BEGIN
                RETURN round(exdate_legacy.as_numeric(t))::bigint;
            EXCEPTION WHEN others THEN RETURN NULL;
            END $$;
            CREATE FUNCTION exdate_legacy.as_integer(t text) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $$
            BEGIN
                RETURN round(exdate_legacy.as_numeric(t))::integer;
            EXCEPTION WHEN others THEN RETURN NULL;
            END $$;
            CREATE FUNCTION exdate_legacy.as_boolean(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
            BEGIN
                RETURN t::boolean;
            EXCEPTION WHEN others THEN RETURN NULL;
            END $$;
            CREATE FUNCTION exdate_legacy.as_date(t text) RETURNS date LANGUAGE plpgsql IMMUTABLE AS $$
            BEGIN
                IF t ~ '^\\s*\\d{1,2}/\\d{1,2}/\\d{4}' THEN
                    RETURN to_date(substring(t FROM '\\d{1,2}/\\d{1,2}/\\d{4}'), 'MM/DD/YYYY');
                END IF;
                RETURN substring(btrim(t) FROM '^\\d{4}-\\d{2}-\\d{2}')::date;
            EXCEPTION WHEN others THEN RETURN NULL;
            END $$;
            CREATE FUNCTION exdate_legacy.as_instant(t text) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
            BEGIN
                RETURN t::timestamptz;
            EXCEPTION WHEN others THEN RETURN NULL;
            END $$;
            CREATE FUNCTION exdate_legacy.as_array(t text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
            DECLARE j jsonb;
            BEGIN
                IF btrim(t) = '' THEN RETURN NULL; END IF;
                j := t::jsonb;
                IF jsonb_typeof(j) = 'string' THEN
                    IF btrim(j #>> '{}') = '' THEN RETURN NULL; END IF;
                    j := (j #>> '{}')::jsonb;
                END IF;
                RETURN CASE jsonb_typeof(j) WHEN 'array' THEN j WHEN 'object' THEN jsonb_build_array(j) END;
            EXCEPTION WHEN others THEN RETURN NULL;
            END $$;
            """;

    private LegacySchema() {}

    static void make(Handle handle) throws SQLException {
        handle.execute(SCRIPT);
    }

    static boolean exists(Handle handle) throws SQLException {
        return handle.sql("SELECT to_regclass('exdate_legacy.adoption') IS NOT NULL")
                .one(row -> row.getBoolean(1));
    }
}
