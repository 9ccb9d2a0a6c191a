package dev.exdate.source.globenewswire;

import static dev.exdate.source.yieldmax.DistributionColumns.AMOUNT;
import static dev.exdate.source.yieldmax.DistributionColumns.EX_DATE;
import static dev.exdate.source.yieldmax.DistributionColumns.FREQUENCY;
import static dev.exdate.source.yieldmax.DistributionColumns.NAME;
import static dev.exdate.source.yieldmax.DistributionColumns.PAY_DATE;
import static dev.exdate.source.yieldmax.DistributionColumns.RECORD_DATE;
import static dev.exdate.source.yieldmax.DistributionColumns.TICKER;

import dev.exdate.format.AmountText;
import dev.exdate.format.HtmlTable;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Ticker;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.source.yieldmax.DistributionColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a release's table; a table without date columns takes the dates of the lines above it. */
record ReleaseRow(HtmlTable table, ReleaseDates above) {
    /** Null for remarks, repeated headers, and funds without a payment. */
    @Nullable Declaration read(HtmlTable.Row row) {
        String cell = table.text(row, TICKER);
        Optional<Ticker> ticker = DistributionColumns.ticker(cell);
        if (!row.aligned()) {
            if (ticker.isEmpty()) {
                return null;
            }
            throw new UnreadableCell("row under the headers", String.join(" | ", row.cells()));
        }
        if (ticker.isEmpty()) {
            return withoutTicker(row, cell);
        }
        BigDecimal amount = DistributionColumns.amount(table, row);
        if (amount == null) {
            return null;
        }
        LocalDate exDate = date(row, EX_DATE, above.exDate());
        if (exDate == null) {
            throw new UnreadableCell("ex-date", "");
        }
        return new Declaration(
                ticker.get(),
                exDate,
                date(row, RECORD_DATE, above.recordDate()),
                date(row, PAY_DATE, above.payDate()),
                null,
                amount,
                table.text(row, FREQUENCY),
                table.text(row, NAME),
                DistributionColumns.rates(table, row));
    }

    private @Nullable LocalDate date(HtmlTable.Row row, Pattern column, @Nullable LocalDate fromAbove) {
        return table.has(column) ? DistributionColumns.date(table, row, column) : fromAbove;
    }

    /** An amount without a readable ticker is an unreadable row; anything else is a remark. */
    private @Nullable Declaration withoutTicker(HtmlTable.Row row, @Nullable String cell) {
        String amount = table.text(row, AMOUNT);
        if (cell != null && amount != null && isNumber(amount)) {
            throw new UnreadableCell("ticker", cell);
        }
        return null;
    }

    private static boolean isNumber(String text) {
        try {
            return AmountText.parse(text) != null;
        } catch (UnreadableCell e) {
            return false;
        }
    }
}
