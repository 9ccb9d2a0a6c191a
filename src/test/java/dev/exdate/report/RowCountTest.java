package dev.exdate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RowCountTest {
    private static RowCount quick(TestDatabase database) throws SQLException {
        return database.reading(handle -> RowCount.quick(handle, "raw_stock_prices"));
    }

    private static void fill(TestDatabase database, int rows) {
        // A server counts what a session has written up to a second later, so beside what ANALYZE has found.
        database.execute("INSERT INTO raw_stock_prices (symbol, date, price) SELECT 'ZZTA', date '1700-01-01' + n, 1"
                + " FROM generate_series(1, " + rows + ") n; SELECT pg_stat_force_next_flush()");
    }

    @Test
    void fewRowsAreCounted() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(quick(database)).isEqualTo(new RowCount(0, false));
            fill(database, 7);
            assertThat(quick(database)).isEqualTo(new RowCount(7, false));
        }
    }

    @Test
    void manyAreWhatTheStatisticsSay() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            fill(database, 110_000);
            database.execute("ANALYZE raw_stock_prices");
            RowCount count = quick(database);
            assertThat(count.estimated()).isTrue();
            assertThat(count.rows()).isBetween(100_000L, 121_000L);
            assertThat(count.shown()).startsWith("about 1");
        }
    }
}
