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
import java.sql.SQLException;
import java.util.List;

/** {@code raw_stock_prices} and {@code raw_stock_splits}. */
final class PriceStore {
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

    /** @param fresh whether these symbols have no prices yet */
    Written writePrices(Handle handle, List<PriceSeries> series, boolean fresh) throws SQLException {
        if (series.isEmpty()) {
            return Written.NOTHING;
        }
        return writer.write(
                handle,
                PriceRows.TABLE,
                out -> {
                    PriceRows rows = new PriceRows(out);
                    for (PriceSeries one : series) {
                        rows.write(one);
                    }
                    return rows(series);
                },
                fresh);
    }

    static int rows(List<PriceSeries> series) {
        return series.stream().mapToInt(one -> one.bars().size()).sum();
    }

    Written writeSplits(Handle handle, List<SplitRow> rows) throws SQLException {
        return writer.write(handle, SPLITS, rows);
    }
}
