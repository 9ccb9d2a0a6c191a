package dev.exdate.update;

import dev.exdate.database.bulk.BinaryRows;
import dev.exdate.database.bulk.TableShape;
import dev.exdate.market.Decimals;
import dev.exdate.market.PriceBars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of {@code raw_stock_prices}, encoded number by number. */
record PriceRows(BinaryRows out) {
    static final TableShape TABLE = new TableShape(
            "public.raw_stock_prices",
            List.of(
                    new TableShape.Typed("symbol", "text"),
                    new TableShape.Typed("date", "date"),
                    new TableShape.Typed("price", "numeric"),
                    new TableShape.Typed("open", "numeric"),
                    new TableShape.Typed("high", "numeric"),
                    new TableShape.Typed("low", "numeric"),
                    new TableShape.Typed("close", "numeric"),
                    new TableShape.Typed("adj_close", "numeric"),
                    new TableShape.Typed("volume", "bigint"),
                    new TableShape.Typed("change", "numeric"),
                    new TableShape.Typed("change_percent", "numeric"),
                    new TableShape.Typed("source", "text")),
            List.of("symbol", "date"));

    /** All of a series, by date. */
    void write(PriceSeries series) throws SQLException {
        byte[] symbol = series.ticker().symbol().getBytes(StandardCharsets.UTF_8);
        byte[] source = series.source().getBytes(StandardCharsets.UTF_8);
        PriceBars bars = series.bars();
        PriceBars.Prices prices = bars.prices();
        CloseChange change = new CloseChange(prices.close(), series.before());
        for (int i = 0; i < bars.size(); i++) {
            out.row(TABLE.columns().size());
            out.value(symbol);
            out.date(bars.day(i));
            number(prices.close(), i);
            number(prices.open(), i);
            number(prices.high(), i);
            number(prices.low(), i);
            number(prices.close(), i);
            number(prices.adjClose(), i);
            whole(prices.volume(), i);
            change.write(out, i);
            out.value(source);
        }
    }

    private void number(Decimals numbers, int i) {
        if (numbers.isSmall(i)) {
            out.numeric(numbers.unscaled(i), numbers.scale(i));
        } else if (numbers.isAbsent(i)) {
            out.absent();
        } else {
            out.numeric(Objects.requireNonNull(numbers.get(i)));
        }
    }

    private void whole(Decimals numbers, int i) {
        @Nullable BigDecimal number = numbers.isSmall(i) && numbers.scale(i) == 0 ? null : numbers.get(i);
        if (number != null) {
            out.bigint(number.setScale(0, RoundingMode.HALF_UP).longValueExact());
        } else if (numbers.isAbsent(i)) {
            out.absent();
        } else {
            out.bigint(numbers.unscaled(i));
        }
    }
}
