package dev.exdate.database.schema;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.LoginFailure;
import dev.exdate.database.PooledDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Provider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;

/** Updates the database schema with Flyway, whose history is in the schema {@code exdate}. */
@Dependent
public final class Migrations {
    /** By name, for those who only look: Flyway, which knows them too, takes as long to start as all else they do. */
    public static final List<String> SCRIPTS = List.of(
            "V1__own.sql",
            "V3__tables.sql",
            "V4__journal.sql",
            "V5__schedule.sql",
            "V6__freshness.sql",
            "V7__done_units.sql",
            "V9__list_length.sql",
            "R__readers.sql");

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
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            if (!hasHistory(statement)) {
                return false;
            }
            Set<String> applied = new HashSet<>();
            try (ResultSet row =
                    statement.executeQuery("SELECT script FROM exdate.flyway_schema_history WHERE success")) {
                while (row.next()) {
                    String script = row.getString("script");
                    applied.add(script.substring(script.lastIndexOf('/') + 1));
                }
            }
            return applied.containsAll(SCRIPTS);
        } catch (SQLException e) {
            throw LoginFailure.of(database.address(), e);
        }
    }

    /** @throws DatabaseUnavailable if a newer Exdate made the tables, because their meaning may have changed */
    public void refuseNewer() throws DatabaseUnavailable {
        MigrationVersion newest = newest();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            if (!hasHistory(statement)) {
                return;
            }
            String sql = "SELECT version FROM exdate.flyway_schema_history WHERE success AND version IS NOT NULL";
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    MigrationVersion applied = MigrationVersion.fromVersion(row.getString("version"));
                    if (applied.isNewerThan(newest)) {
                        throw new DatabaseUnavailable(
                                "the schema of " + database.address().shown() + " was made by a newer Exdate (version "
                                        + applied + ", this one knows " + newest + "); use that version");
                    }
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

    private static boolean hasHistory(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('exdate.flyway_schema_history') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Creating tables beside those of another program would mix both. */
    private void refuseForeignTables() throws DatabaseUnavailable {
        String sql = """
                SELECT string_agg(c.relname, ', ' ORDER BY c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v')
                  AND c.relname IN ('raw_stocks', 'raw_stock_prices', 'raw_dividends', 'raw_future_dividends',
                                    'raw_yieldmax_dividends', 'raw_dividends_yieldmax', 'stocks', 'stock_prices',
                                    'dividend_history', 'dividend_calendar')
                  AND to_regclass('exdate.flyway_schema_history') IS NULL
                """;
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String found = row.getString(1);
            if (found != null) {
                throw new DatabaseUnavailable(
                        "the database " + database.address().shown()
                                + " already has tables that Exdate did not create (" + found
                                + "); set DATABASE_URL to an empty database; taking over an old one is not possible yet");
            }
        } catch (SQLException e) {
            throw LoginFailure.of(database.address(), e);
        }
    }
}
