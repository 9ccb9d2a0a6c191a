package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceStoreTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);
    private final PriceStore store = new PriceStore(new CopyBulkWriter());
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static PriceSeries series(String symbol, List<PriceBar> bars, @Nullable BigDecimal before) {
        return new PriceSeries(new Ticker(symbol), "yahoo", PriceBars.of(bars), before, 0, List.of());
    }

    private Written write(PriceSeries series, boolean fresh) throws Exception {
        return database.inTransaction(handle -> store.writePrices(handle, List.of(series), fresh));
    }

    private List<String> stored(String symbol) {
        return database.rows(
                "SELECT date, price, open, high, low, close, adj_close, volume, change, change_percent, source"
                        + " FROM raw_stock_prices WHERE symbol = '" + symbol + "' ORDER BY date");
    }

    private static BigDecimal price(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> BigDecimal.valueOf(1 + random.nextLong(900_000_000_000_000_000L), 15);
            case 1 -> new BigDecimal("1E-25").multiply(BigDecimal.valueOf(1 + random.nextInt(1000)));
            default -> BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(5));
        };
    }

    private static List<PriceBar> bars(Random random, int count) {
        List<PriceBar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal close = price(random);
            bars.add(new PriceBar(
                    DAY.plusDays(i),
                    random.nextBoolean() ? close : null,
                    close,
                    close,
                    close,
                    random.nextBoolean() ? price(random) : null,
                    random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(2)) : null));
        }
        return bars;
    }

    private static String row(PriceBar bar, @Nullable BigDecimal before) {
        BigDecimal change = before == null ? null : bar.close().subtract(before);
        BigDecimal percent = before == null || change == null || before.signum() == 0
                ? null
                : change.multiply(BigDecimal.valueOf(100)).divide(before, 6, RoundingMode.HALF_UP);
        BigDecimal volume = bar.volume() == null ? null : bar.volume().setScale(0, RoundingMode.HALF_UP);
        List<String> cells = new ArrayList<>(List.of(bar.date().toString()));
        for (BigDecimal number : new BigDecimal[] {
            bar.close(), bar.open(), bar.high(), bar.low(), bar.close(), bar.adjClose(), volume, change, percent
        }) {
            cells.add(number == null ? "-" : number.toPlainString());
        }
        cells.add("yahoo");
        return String.join("|", cells);
    }

    private static List<String> expected(List<PriceBar> bars, @Nullable BigDecimal first) {
        List<String> rows = new ArrayList<>();
        BigDecimal before = first;
        for (PriceBar bar : bars) {
            rows.add(row(bar, before));
            before = bar.close();
        }
        return rows;
    }

    @Test
    void rowsHaveTheSourcesDigitsAndExactChanges() throws Exception {
        Random random = new Random(53);
        List<PriceBar> bars = bars(random, 2_000);
        BigDecimal before = BigDecimal.valueOf(random.nextInt(1_000), 2);
        assertThat(write(series("ZZTA", bars, before), true)).isEqualTo(new Written(2_000, 0, 0, 0));
        assertThat(write(series("ZZTB", bars, null), false)).isEqualTo(new Written(2_000, 0, 0, 0));
        assertThat(stored("ZZTA")).containsExactlyElementsOf(expected(bars, before));
        assertThat(stored("ZZTB")).containsExactlyElementsOf(expected(bars, null));
    }

    @Test
    void newRowsThatAreThereAfterAllAreCompared() throws Exception {
        List<PriceBar> bars = bars(new Random(59), 3);
        write(series("ZZTA", bars.subList(0, 2), null), true);
        assertThat(write(series("ZZTA", bars, null), true)).isEqualTo(new Written(1, 0, 2, 0));
    }

    @Test
    void unchangedRowsAreNotEvenLocked() throws Exception {
        List<PriceBar> bars = bars(new Random(61), 3);
        write(series("ZZTA", bars, null), false);
        String before =
                database.value("SELECT string_agg(ctid || ' ' || xmin || ' ' || xmax, ',') FROM raw_stock_prices");
        assertThat(write(series("ZZTA", bars, null), false)).isEqualTo(new Written(0, 0, 3, 0));
        assertThat(database.value("SELECT string_agg(ctid || ' ' || xmin || ' ' || xmax, ',') FROM raw_stock_prices"))
                .isEqualTo(before)
                .contains(" 0,");
    }

    @Test
    void aTableWithOtherTypesGetsTheSameRows() throws Exception {
        database.administer(
                "ALTER TABLE raw_stock_prices ALTER volume TYPE integer, ALTER change TYPE double precision");
        List<PriceBar> bars = List.of(
                new PriceBar(DAY, null, null, null, BigDecimal.TEN, null, BigDecimal.valueOf(5)),
                new PriceBar(DAY.plusDays(1), null, null, null, new BigDecimal("10.5"), null, null));
        assertThat(write(series("ZZTA", bars, null), true)).isEqualTo(new Written(2, 0, 0, 0));
        assertThat(database.rows("SELECT close, volume, change FROM raw_stock_prices ORDER BY date"))
                .containsExactly("10|5|-", "10.5|-|0.5");
    }
}
