package dev.exdate.database.schema;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.Handle;
import dev.exdate.database.LoginFailure;
import dev.exdate.database.PooledDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Provider;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;

/** Updates the database schema with Flyway, whose history is in the schema {@code exdate}. */
@Dependent
public final class Migrations {
    /**
     * By name, for those who only look: Flyway, which knows them too, takes as long to start as all else they do. The
     * executable has the list since it was built.
     */
    public static final List<String> SCRIPTS = MigrationScripts.names();

    private final PooledDatabase database;
    private final Provider<Flyway> flyway;

    /** @param flyway asked for when there is something to migrate */
    public Migrations(PooledDatabase database, Provider<Flyway> flyway) {
        this.database = database;
        this.flyway = flyway;
    }

    /** @param applied names of the scripts that ran now, empty if the schema was up to date */
    public record Done(List<String> applied) {}

    /** @throws DatabaseUnavailable if a script fails or the database has tables that Exdate did not create */
    public Done migrate() throws DatabaseUnavailable {
        refuseForeignTables();
        return scripts();
    }

    /**
     * The same while an adoption is under way.
     *
     * @throws DatabaseUnavailable if a script fails
     */
    public Done migrateForAdoption() throws DatabaseUnavailable {
        return scripts();
    }

    private Done scripts() throws DatabaseUnavailable {
        try {
            MigrateResult result = flyway.get().migrate();
            return new Done(result.migrations.stream()
                    .map(script -> script.filepath.substring(script.filepath.lastIndexOf('/') + 1))
                    .toList());
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    "the schema of " + database.address().shown() + " can't be updated: "
                            + String.valueOf(e.getMessage())
                                    .lines()
                                    .map(String::strip)
                                    .filter(line -> !line.isEmpty())
                                    .limit(3)
                                    .reduce((one, other) -> one + " " + other)
                                    .orElse("")
                            + (lacksRight(e) ? "; `exdate doctor --grants` prints the rights it needs" : ""),
                    e);
        }
    }

    private static boolean lacksRight(Throwable e) {
        return e instanceof SQLException sql && "42501".equals(sql.getSQLState())
                || e.getCause() != null && lacksRight(e.getCause());
    }

    /**
     * Whether all scripts of this version have run, by their names in the history. Read-only commands use this because
     * starting Flyway would double their time.
     */
    public boolean upToDate() throws DatabaseUnavailable {
        try {
            Set<String> applied = applied("script").stream()
                    .map(script -> script.substring(script.lastIndexOf('/') + 1))
                    .collect(Collectors.toSet());
            return applied.containsAll(SCRIPTS);
        } catch (SQLException e) {
            throw LoginFailure.of(database.address(), e);
        }
    }

    /** Whether any script has run yet. */
    public boolean begun() throws DatabaseUnavailable {
        try {
            return !applied("script").isEmpty();
        } catch (SQLException e) {
            throw LoginFailure.of(database.address(), e);
        }
    }

    /** @throws DatabaseUnavailable if a newer Exdate made the tables, because their meaning may have changed */
    public void refuseNewer() throws DatabaseUnavailable {
        MigrationVersion newest = newest();
        try {
            for (String version : applied("version")) {
                if (MigrationVersion.fromVersion(version).isNewerThan(newest)) {
                    throw new DatabaseUnavailable(
                            "the schema of " + database.address().shown() + " was made by a newer Exdate (version "
                                    + version + ", this one knows " + newest + "); use that version");
                }
            }
        } catch (SQLException e) {
            throw LoginFailure.of(database.address(), e);
        }
    }

    private static MigrationVersion newest() {
        return SCRIPTS.stream()
                .filter(script -> script.startsWith("V"))
                .map(script -> MigrationVersion.fromVersion(script.substring(1, script.indexOf("__"))))
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    /** Whether tables of this version were made by a newer Exdate. */
    public static boolean isNewer(String version) {
        return MigrationVersion.fromVersion(version).isNewerThan(newest());
    }

    /** What the history has of each script that has run; nothing if there is no history yet, or none that may be read. */
    private List<String> applied(String column) throws SQLException {
        return database.once(handle -> {
            boolean history = handle.sql("""
                            SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                           WHERE n.nspname = 'exdate' AND c.relname = 'flyway_schema_history'
                                             AND has_schema_privilege(n.oid, 'USAGE')
                                             AND has_table_privilege(c.oid, 'SELECT'))
                            """).one(row -> row.getBoolean(1));
            return history
                    ? handle.sql("SELECT " + column + " FROM exdate.flyway_schema_history WHERE success AND " + column
                                    + " IS NOT NULL")
                            .list(row -> row.getString(1))
                    : List.of();
        });
    }

    /**
     * Creating tables beside those of another program would mix both.
     *
     * @throws DatabaseUnavailable if the database has tables that Exdate did not create, or not all of their rows yet
     */
    public void refuseForeignTables() throws DatabaseUnavailable {
        Optional<String> why = foreignTables();
        if (why.isPresent()) {
            throw new DatabaseUnavailable(why.get());
        }
    }

    /**
     * Why a run would be refused: the database is another program's, or half taken over.
     *
     * @throws DatabaseUnavailable if the database does not answer
     */
    public Optional<String> foreignTables() throws DatabaseUnavailable {
        try {
            return database.once(handle -> {
                // to_regclass fails for a role that may not use the schema.
                boolean begun = handle.sql("""
                                SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                               WHERE n.nspname = 'exdate_legacy' AND c.relname = 'adoption'
                                                 AND has_schema_privilege(n.oid, 'USAGE')
                                                 AND has_table_privilege(c.oid, 'SELECT'))
                                """).one(row -> row.getBoolean(1));
                return begun ? unfinished(handle) : foreign(handle);
            });
        } catch (SQLException e) {
            throw LoginFailure.of(database.address(), e);
        }
    }

    private Optional<String> unfinished(Handle handle) throws SQLException {
        boolean done = handle.sql("SELECT EXISTS (SELECT FROM exdate_legacy.adoption WHERE step = 'readers')")
                .one(row -> row.getBoolean(1));
        return done
                ? Optional.empty()
                : Optional.of("the old tables of " + database.address().shown()
                        + " are not taken over completely yet; run `exdate adopt` to go on");
    }

    private Optional<String> foreign(Handle handle) throws SQLException {
        String sql = """
                SELECT string_agg(c.relname, ', ' ORDER BY c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v')
                  AND c.relname IN ('raw_stocks', 'raw_stock_prices', 'raw_dividends', 'raw_future_dividends',
                                    'raw_yieldmax_dividends', 'raw_dividends_yieldmax', 'raw_dividends_cboe',
                                    'raw_dividends_nasdaq', 'raw_dividends_nyse', 'raw_dividends_snowball',
                                    'raw_stocks_excluded', 'raw_excluded_symbols', 'raw_holdings_history',
                                    'raw_stock_splits', 'raw_data_source_tracking', 'stocks', 'stock_prices',
                                    'price_history', 'dividend_history', 'dividend_calendar', 'stocks_excluded',
                                    'excluded_symbols', 'holdings_history', 'stock_splits', 'divv_future_dividends',
                                    'divv_yieldmax_dividends', 'divv_stocks_excluded', 'divv_stock_splits',
                                    'divv_data_source_tracking')
                  AND NOT EXISTS (SELECT FROM pg_class h JOIN pg_namespace e ON e.oid = h.relnamespace
                                  WHERE e.nspname = 'exdate' AND h.relname = 'flyway_schema_history')
                """;
        return handle.sql(sql)
                .<String>first(row -> row.getString(1))
                .map(found -> "the database " + database.address().shown()
                        + " already has tables that Exdate did not create (" + found
                        + "); `exdate backup` saves it as it is, `exdate adopt --dry-run` says how it would be taken over;"
                        + " or set DATABASE_URL to an empty database");
    }
}
