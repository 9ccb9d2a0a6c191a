package dev.exdate.scraper.yieldmax;

import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row for {@code raw_yieldmax_dividends}; nulls leave alone what is stored.
 *
 * @param sourcePath of the page that said it, below its host
 * @param rates beside the amount; they are kept as statements only
 */
record DistributionRow(
        Key key,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate declaredDate,
        @Nullable BigDecimal amount,
        @Nullable String frequency,
        @Nullable String name,
        @Nullable String sourcePath,
        Declaration.Rates rates) {

    /** Without rates. */
    DistributionRow(
            Key key,
            @Nullable LocalDate recordDate,
            @Nullable LocalDate payDate,
            @Nullable LocalDate declaredDate,
            @Nullable BigDecimal amount,
            @Nullable String frequency,
            @Nullable String name,
            @Nullable String sourcePath) {
        this(key, recordDate, payDate, declaredDate, amount, frequency, name, sourcePath, Declaration.Rates.NONE);
    }

    record Key(String symbol, LocalDate exDate) {}

    /** Readers of the old tables know the amount by two names. */
    static final Table<DistributionRow> TABLE = new Table<>(
            "public.raw_yieldmax_dividends",
            List.of(
                    Column.text("symbol", row -> row.key().symbol()),
                    Column.date("ex_date", row -> row.key().exDate()),
                    Column.date("record_date", DistributionRow::recordDate),
                    Column.date("payment_date", DistributionRow::payDate),
                    Column.date("declaration_date", DistributionRow::declaredDate),
                    Column.numeric("amount", DistributionRow::amount),
                    Column.numeric("amount_per_share", DistributionRow::amount),
                    Column.text("frequency", DistributionRow::frequency),
                    Column.text("name", DistributionRow::name),
                    Column.text("source_url", DistributionRow::sourcePath)),
            List.of("symbol", "ex_date"),
            Table.Duplicates.lastWins());

    static DistributionRow of(String symbol, Declaration said, String sourcePath) {
        return new DistributionRow(
                new Key(symbol, said.exDate()),
                said.recordDate(),
                said.payDate(),
                said.declaredDate(),
                said.amount(),
                said.frequency(),
                said.name(),
                sourcePath,
                said.rates());
    }

    /** What the page says; empty without an amount. */
    Optional<Statement.Row> said() {
        return amount == null
                ? Optional.empty()
                : Optional.of(new Statement.Row(
                        new Distribution(
                                new Ticker(key.symbol()),
                                key.exDate(),
                                recordDate,
                                payDate,
                                declaredDate,
                                amount,
                                null,
                                frequency,
                                null),
                        new Statement.Beside(null, null, rates.roc(), rates.distribution(), rates.secYield())));
    }

    /** This row with what it leaves open taken from an earlier release. */
    DistributionRow filledFrom(DistributionRow earlier) {
        return new DistributionRow(
                key,
                recordDate == null ? earlier.recordDate : recordDate,
                payDate == null ? earlier.payDate : payDate,
                declaredDate == null ? earlier.declaredDate : declaredDate,
                amount,
                frequency == null ? earlier.frequency : frequency,
                name == null ? earlier.name : name,
                sourcePath,
                rates);
    }

    /** Only what {@code better} leaves open. */
    DistributionRow onlyBeside(DistributionRow better) {
        return new DistributionRow(
                key,
                better.recordDate == null ? recordDate : null,
                better.payDate == null ? payDate : null,
                null,
                null,
                better.frequency == null ? frequency : null,
                better.name == null ? name : null,
                null);
    }

    /** Only what fund pages never say. */
    DistributionRow frequencyOnly() {
        return new DistributionRow(key, null, null, null, null, frequency, null, null);
    }
}
