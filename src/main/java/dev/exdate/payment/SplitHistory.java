package dev.exdate.payment;

import dev.exdate.database.Handle;
import dev.exdate.market.Split;
import dev.exdate.truth.AmountMeaning;
import dev.exdate.truth.EventDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Symbols' splits.
 *
 * @param splits by symbol, oldest first
 */
record SplitHistory(Map<String, List<Split>> splits) {
    /** Sources adjust a payment for a split that follows so soon too early or too late. */
    private static final int DAYS_NEAR = 60;

    static SplitHistory of(Handle handle, Collection<String> symbols) throws SQLException {
        String sql = """
                SELECT symbol, split_date, numerator, denominator FROM public.raw_stock_splits
                WHERE symbol = ANY (:symbols::text[]) AND numerator > 0 AND denominator > 0
                ORDER BY symbol, split_date
                """;
        Map<String, List<Split>> splits = new HashMap<>();
        handle.sql(sql)
                .bindArray("symbols", "text", symbols)
                .each(row -> splits.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(new Split(row.getObject(2, LocalDate.class), row.getBigDecimal(3), row.getBigDecimal(4))));
        return new SplitHistory(splits);
    }

    private List<Split> after(EventDay day) {
        return splits.getOrDefault(day.symbol(), List.of()).stream()
                .filter(split -> split.date().isAfter(day.exDate()))
                .toList();
    }

    /** The amount for a share of today; unrounded as far as it goes. */
    BigDecimal adjusted(EventDay day, BigDecimal amount) {
        List<Split> later = after(day);
        if (later.isEmpty()) {
            return amount;
        }
        BigDecimal old = amount;
        BigDecimal now = BigDecimal.ONE;
        for (Split split : later) {
            old = old.multiply(split.denominator());
            now = now.multiply(split.numerator());
        }
        return old.divide(now, MathContext.DECIMAL64);
    }

    /** By what a source's amount may be off for a while. */
    AmountMeaning.Terms terms(EventDay day) {
        List<BigDecimal> factors = after(day).stream()
                .filter(split -> split.date().isBefore(day.exDate().plusDays(DAYS_NEAR)))
                .map(split -> split.numerator().divide(split.denominator(), MathContext.DECIMAL64))
                .toList();
        return factors.isEmpty() ? AmountMeaning.Terms.NONE : new AmountMeaning.Terms(factors, false);
    }
}
