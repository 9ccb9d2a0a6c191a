package dev.exdate.update;

import dev.exdate.database.Handle;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code raw_stock_prices} and {@code raw_stock_splits}. */
final class PriceStore {
    private static final Table<PriceRow> PRICES = new Table<>(
            "public.raw_stock_prices",
            List.of(
                    Column.text("symbol", row -> row.ticker().symbol()),
                    Column.date("date", PriceRow::date),
                    Column.numeric("price", PriceRow::close),
                    Column.numeric("open", PriceRow::open),
                    Column.numeric("high", PriceRow::high),
                    Column.numeric("low", PriceRow::low),
                    Column.numeric("close", PriceRow::close),
                    Column.numeric("adj_close", PriceRow::adjClose),
                    new Column<>("volume", "bigint", row -> whole(row.volume())),
                    Column.numeric("change", PriceRow::change),
                    Column.numeric("change_percent", PriceRow::changePercent),
                    Column.text("source", PriceRow::source)),
            List.of("symbol", "date"),
            Table.Duplicates.lastWins());

    private static final Table<SplitRow> SPLITS = new Table<>(
            "public.raw_stock_splits",
            List.of(
                    Column.text("symbol", row -> row.ticker().symbol()),
                    Column.date("split_date", row -> row.split().date()),
                    Column.numeric("split_ratio", SplitRow::ratio),
                    Column.numeric("numerator", row -> row.split().numerator()),
                    Column.numeric("denominator", row -> row.split().denominator()),
                    Column.text("split_string", SplitRow::words),
                    Column.text("source", SplitRow::source)),
            List.of("symbol", "split_date"),
            Table.Duplicates.lastWins());

    private final BulkWriter writer;

    PriceStore(BulkWriter writer) {
        this.writer = writer;
    }

    /** A split with the table's other columns. */
    record SplitRow(Ticker ticker, Split split, String source) {
        BigDecimal ratio() {
            return split.numerator()
                    .divide(split.denominator(), MathContext.DECIMAL64)
                    .stripTrailingZeros();
        }

        String words() {
            return split.numerator().stripTrailingZeros().toPlainString() + ":"
                    + split.denominator().stripTrailingZeros().toPlainString();
        }
    }

    Written writePrices(Handle handle, List<PriceRow> rows) throws SQLException {
        return writer.write(handle, PRICES, rows);
    }

    Written writeSplits(Handle handle, List<SplitRow> rows) throws SQLException {
        return writer.write(handle, SPLITS, rows);
    }

    private static @Nullable BigDecimal whole(@Nullable BigDecimal shares) {
        return shares == null ? null : shares.setScale(0, RoundingMode.HALF_UP);
    }
}
