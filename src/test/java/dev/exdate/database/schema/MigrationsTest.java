package dev.exdate.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void everyScriptOfTheFolderIsFound() throws Exception {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(Migrations.SCRIPTS)
                    .as("Migrations.SCRIPTS")
                    .containsExactlyInAnyOrderElementsOf(
                            scripts.map(script -> script.getFileName().toString())
                                    .toList());
        }
    }

    @Test
    void anEmptyDatabaseGetsAllTablesOnce() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            Migrations migrations = database.migrations();
            assertThat(migrations.upToDate()).isFalse();
            assertThat(migrations.migrate().applied())
                    .startsWith("V1__own.sql", "V3__tables.sql")
                    .endsWith("R__readers.sql")
                    .containsExactlyInAnyOrderElementsOf(Migrations.SCRIPTS);
            assertThat(migrations.upToDate()).isTrue();
            assertThat(migrations.migrate().applied()).isEmpty();
            assertThat(database.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"))
                    .contains("raw_stocks", "raw_stock_prices", "raw_dividends", "raw_dividends_yieldmax");
        }
    }

    @Test
    void tablesOfAnotherMakerAreLeftAlone() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            database.execute("CREATE TABLE raw_stocks (symbol text)");
            assertThatThrownBy(() -> database.migrations().migrate())
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("raw_stocks")
                    .hasMessageContaining("did not create");
            assertThat(database.rows("SELECT 1 FROM pg_namespace WHERE nspname = 'exdate'"))
                    .isEmpty();
        }
    }

    @Test
    void tablesOfANewerVersionAreRefused() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Migrations migrations = database.migrations();
            migrations.refuseNewer();
            database.execute(
                    "INSERT INTO exdate.flyway_schema_history (installed_rank, version, description, type, script,"
                            + " installed_by, execution_time, success)"
                            + " VALUES (999, '900', 'ahead', 'SQL', 'V900__ahead.sql', 'x', 1, true)");
            assertThatThrownBy(migrations::refuseNewer)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .message()
                    .contains("newer Exdate (version 900")
                    .hasLineCount(1);
        }
        try (TestDatabase empty = TestDatabase.empty()) {
            empty.migrations().refuseNewer();
        }
    }

    @Test
    void theOldYieldMaxNameTakesInsertsAndConflicts() {
        try (TestDatabase database = TestDatabase.fresh()) {
            String insert =
                    "INSERT INTO raw_dividends_yieldmax (symbol, ex_date, amount) VALUES ('ZZTY', '2031-01-06', %s)"
                            + " ON CONFLICT (symbol, ex_date) DO UPDATE SET amount = excluded.amount";
            database.execute(insert.formatted("0.1"));
            database.execute(insert.formatted("0.2"));
            assertThat(database.rows("SELECT symbol, ex_date, amount FROM raw_yieldmax_dividends"))
                    .containsExactly("ZZTY|2031-01-06|0.2");
        }
    }

    @Test
    void updatedAtMovesOnARealChangeOnly() {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.execute("INSERT INTO raw_stocks (symbol, updated_at) VALUES ('ZZTA', '2000-01-01')");
            database.execute("UPDATE raw_stocks SET checked_at = now(), name = name");
            assertThat(database.value("SELECT updated_at < '2001-01-01' FROM raw_stocks"))
                    .isEqualTo("t");
            database.execute("UPDATE raw_stocks SET name = 'Zed'");
            assertThat(database.value("SELECT updated_at > '2001-01-01' FROM raw_stocks"))
                    .isEqualTo("t");
        }
    }

    @Test
    void theReadersFunctionsAnswerAsBefore() {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.execute(
                    "INSERT INTO raw_stock_prices (symbol, date, price) VALUES ('ZZTA', '2031-01-06', 1), ('ZZTA', '2031-01-07', 1)");
            assertThat(database.rows("SELECT * FROM get_latest_dates_by_symbol('raw_stock_prices', 'date')"))
                    .containsExactly("ZZTA|2031-01-07");
            database.rows("SELECT record_data_source_check('ZZTA', 'prices', 'Yahoo', true)");
            database.rows("SELECT record_data_source_check('ZZTA', 'prices', 'FMP', true, 'x')");
            assertThat(
                            database.rows(
                                    "SELECT symbol, data_type, preferred_source, available_sources FROM v_data_source_preferences"))
                    .containsExactly("ZZTA|prices|FMP|{FMP,Yahoo}");
        }
    }
}
