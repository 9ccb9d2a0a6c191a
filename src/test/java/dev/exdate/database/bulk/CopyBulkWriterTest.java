package dev.exdate.database.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyBulkWriterTest {
    private record Row(
            String symbol,
            LocalDate exDate,
            @Nullable BigDecimal amount,
            @Nullable String name) {}

    private static final Table<Row> YIELDMAX = new Table<>(
            "public.raw_yieldmax_dividends",
            List.of(
                    Column.text("symbol", Row::symbol),
                    Column.date("ex_date", Row::exDate),
                    Column.numeric("amount", Row::amount),
                    Column.text("name", Row::name)),
            List.of("symbol", "ex_date"),
            Table.Duplicates.lastWins());

    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);
    private final CopyBulkWriter writer = new CopyBulkWriter();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Written write(Row... rows) throws Exception {
        return database.inTransaction(connection -> writer.write(connection, YIELDMAX, List.of(rows)));
    }

    private List<String> stored() {
        return database.rows("SELECT symbol, ex_date, amount, name FROM raw_yieldmax_dividends ORDER BY symbol");
    }

    @Test
    void newChangedAndSameRowsAreCounted() throws Exception {
        assertThat(write(row("ZZTA", "0.1", "a"), row("ZZTB", "0.2", "b"))).isEqualTo(new Written(2, 0, 0, 0));
        assertThat(write(row("ZZTA", "0.10", "a"), row("ZZTB", "0.3", "b"), row("ZZTC", "1", "c")))
                .isEqualTo(new Written(1, 1, 1, 0));
        assertThat(stored()).containsExactly("ZZTA|2031-01-06|0.1|a", "ZZTB|2031-01-06|0.3|b", "ZZTC|2031-01-06|1|c");
    }

    @Test
    void anAbsentValueNeverOverwritesAPresentOne() throws Exception {
        write(row("ZZTA", "0.1", "a"));
        assertThat(write(row("ZZTA", null, null))).isEqualTo(new Written(0, 0, 1, 0));
        assertThat(stored()).containsExactly("ZZTA|2031-01-06|0.1|a");
    }

    @Test
    void unchangedRowsAreNotRewritten() throws Exception {
        write(row("ZZTA", "0.1", "a"));
        String before = database.value("SELECT xmin || ' ' || ctid FROM raw_yieldmax_dividends");
        write(row("ZZTA", "0.1", "a"));
        assertThat(database.value("SELECT xmin || ' ' || ctid FROM raw_yieldmax_dividends"))
                .isEqualTo(before);
    }

    @Test
    void twoRowsOfABatchWithOneKeyAreSettledByTheTablesRule() throws Exception {
        assertThat(write(row("ZZTA", "0.1", "a"), row("ZZTA", "0.2", "b"))).isEqualTo(new Written(1, 0, 0, 1));
        assertThat(stored()).containsExactly("ZZTA|2031-01-06|0.2|b");
    }

    @Test
    void textThatLooksLikeCopysOwnMarksComesThroughWhole() throws Exception {
        String name = "a\tb\nc\\N \\. \"'; DROP TABLE raw_stocks; -- é €\uD83D\uDE00";
        write(row("ZZTA", "0.1", name), row("ZZTB", "0.1", "\\N"), row("ZZTC", "0.1", "x\0y\uD800"));
        assertThat(database.value("SELECT name FROM raw_yieldmax_dividends WHERE symbol = 'ZZTA'"))
                .isEqualTo(name);
        assertThat(database.value("SELECT name FROM raw_yieldmax_dividends WHERE symbol = 'ZZTB'"))
                .isEqualTo("\\N");
        assertThat(database.value("SELECT name FROM raw_yieldmax_dividends WHERE symbol = 'ZZTC'"))
                .isEqualTo("xy\uFFFD");
    }

    @Test
    void aFailedWriteLeavesNothingAndTheConnectionUsable() throws Exception {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> write(row("ZZTA", "0.1", "a"), row("ZZTB", "-1", "b"))))
                .hasMessageContaining("raw_yieldmax_dividends_amount");
        assertThat(stored()).isEmpty();
        assertThat(write(row("ZZTA", "0.1", "a"))).isEqualTo(new Written(1, 0, 0, 0));
    }

    @Test
    void rowsStreamWithoutBeingHeldAllAtOnce() throws Exception {
        Iterable<Row> many = () -> IntStream.range(0, 120_000)
                .mapToObj(i -> row("ZZ" + i % 100, DAY.minusDays(i / 100), "0.1", "n"))
                .iterator();
        Written written = database.inTransaction(connection -> writer.write(connection, YIELDMAX, many));
        assertThat(written).isEqualTo(new Written(120_000, 0, 0, 0));
    }

    private static Row row(String symbol, @Nullable String amount, @Nullable String name) {
        return row(symbol, DAY, amount, name);
    }

    private static Row row(String symbol, LocalDate day, @Nullable String amount, @Nullable String name) {
        return new Row(symbol, day, amount == null ? null : new BigDecimal(amount), name);
    }
}
