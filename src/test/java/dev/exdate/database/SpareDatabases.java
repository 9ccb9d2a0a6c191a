package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Databases of ended tests, empty again, for the tests that follow. Making one takes a third of a second of CPU time; emptying
 * one takes a tenth of that. One that a test has changed in any other way than by its rows isn't used again.
 */
final class SpareDatabases {
    /**
     * What no test may have changed, as one text: tables, columns, rules, rights, statistics, and the rows that migrations
     * made. What PostgreSQL has itself begins below 16384, and the schemas for temporary tables outlive these.
     */
    private static final String SHAPE = """
            SELECT md5(string_agg(part, E'\\n' ORDER BY part)) FROM (
                SELECT 'relation ' || concat_ws(' ', oid, relname, relnamespace, relkind, relowner, relacl, relrowsecurity,
                    relforcerowsecurity, relispartition, reloptions, reltablespace, relpersistence) part FROM pg_class
                UNION ALL SELECT 'column ' || concat_ws(' ', attrelid, attnum, xmin) FROM pg_attribute WHERE attrelid >= 16384
                UNION ALL SELECT 'default ' || concat_ws(' ', oid, xmin) FROM pg_attrdef
                UNION ALL SELECT 'constraint ' || concat_ws(' ', oid, xmin) FROM pg_constraint
                UNION ALL SELECT 'index ' || concat_ws(' ', indexrelid, indisvalid, indisready, indislive) FROM pg_index
                UNION ALL SELECT 'trigger ' || concat_ws(' ', oid, xmin) FROM pg_trigger
                UNION ALL SELECT 'event ' || concat_ws(' ', oid, xmin) FROM pg_event_trigger
                UNION ALL SELECT 'rule ' || concat_ws(' ', oid, xmin) FROM pg_rewrite
                UNION ALL SELECT 'policy ' || concat_ws(' ', oid, xmin) FROM pg_policy
                UNION ALL SELECT 'function ' || concat_ws(' ', oid, xmin) FROM pg_proc
                    WHERE oid >= 16384 OR proacl IS NOT NULL
                UNION ALL SELECT 'type ' || concat_ws(' ', oid, xmin) FROM pg_type WHERE oid >= 16384
                UNION ALL SELECT 'schema ' || concat_ws(' ', oid, xmin) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp_'
                UNION ALL SELECT 'rights ' || concat_ws(' ', oid, xmin) FROM pg_default_acl
                UNION ALL SELECT 'comment ' || concat_ws(' ', classoid, objoid, objsubid, xmin) FROM pg_description
                    WHERE objoid >= 16384
                UNION ALL SELECT 'extension ' || concat_ws(' ', oid, xmin) FROM pg_extension
                UNION ALL SELECT 'statistics ' || concat_ws(' ', starelid, staattnum) FROM pg_statistic
                UNION ALL SELECT 'object ' || oid FROM pg_largeobject_metadata
                UNION ALL SELECT 'setting ' || setconfig::text FROM pg_db_role_setting s JOIN pg_database d ON d.oid = setdatabase
                    WHERE datname = current_database()
                UNION ALL SELECT 'database ' || concat_ws(' ', datdba, datallowconn, datconnlimit, datacl) FROM pg_database
                    WHERE datname = current_database()
                UNION ALL SELECT 'writers ' || count(*) FROM exdate.writer
                UNION ALL SELECT 'history ' || h::text FROM exdate.flyway_schema_history h
            ) parts
            """;

    /** The one row that migrations make beside their own history. */
    private static final String RESET = """
            UPDATE exdate.writer SET run_id = DEFAULT, sign = DEFAULT, taken_at = DEFAULT WHERE sign IS NOT NULL
            """;

    /** Tables that have or had rows. */
    private static final String USED = """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'm') AND n.nspname IN ('public', 'exdate')
              AND c.relname NOT IN ('flyway_schema_history', 'writer') AND pg_relation_size(c.oid) > 0
            """;

    private static final String OTHERS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private final ConcurrentLinkedDeque<String> names = new ConcurrentLinkedDeque<>();
    private volatile @Nullable String shape;

    Optional<String> take() {
        return Optional.ofNullable(names.poll());
    }

    /** Remembers what a new one looks like. */
    void made(DatabaseAddress administrator) throws SQLException {
        if (shape == null) {
            try (Connection connection = new Connections(administrator).open()) {
                List<String> used = strings(connection, USED);
                if (!used.isEmpty()) {
                    throw new IllegalStateException("migrations leave rows in " + used + ", so they can't be emptied");
                }
                shape = strings(connection, SHAPE).getFirst();
            }
        }
    }

    /** Empties it and keeps it; false if it is not as it was made, or somebody still works in it. */
    boolean keep(DatabaseAddress administrator) throws SQLException {
        try (Connection connection = new Connections(administrator).open()) {
            if (!isLeft(connection) || !strings(connection, SHAPE).getFirst().equals(shape)) {
                return false;
            }
            List<String> used = strings(connection, USED);
            try (Statement statement = connection.createStatement()) {
                statement.execute(RESET);
                if (!used.isEmpty()) {
                    statement.execute("TRUNCATE " + String.join(", ", used) + " RESTART IDENTITY CASCADE");
                }
            }
        }
        names.push(administrator.database());
        return true;
    }

    /** Closed connections are gone a moment later. */
    private static boolean isLeft(Connection connection) throws SQLException {
        for (int i = 0; i < 500; i++) {
            if (strings(connection, OTHERS).getFirst().equals("0")) {
                return true;
            }
            LockSupport.parkNanos(2_000_000);
        }
        return false;
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (row.next()) {
                strings.add(row.getString(1));
            }
            return strings;
        }
    }
}
