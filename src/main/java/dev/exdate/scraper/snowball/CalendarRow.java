package dev.exdate.scraper.snowball;

import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.source.snowball.CalendarDividend;
import dev.exdate.truth.Statement;
import java.time.LocalDate;
import java.util.List;

/** A row for {@code raw_dividends_snowball}. The calendar states no yield, so that column is left alone. */
record CalendarRow(CalendarDividend dividend, Category category) {
    record Key(String symbol, LocalDate exDate) {}

    static final Table<CalendarRow> TABLE = new Table<>(
            "public.raw_dividends_snowball",
            List.of(
                    Column.text("symbol", row -> row.key().symbol()),
                    Column.date("ex_date", row -> row.key().exDate()),
                    Column.text("company_name", row -> row.dividend().name()),
                    Column.date("payment_date", row -> row.dividend().payDate()),
                    Column.date("declaration_date", row -> row.dividend().declaredDate()),
                    Column.numeric("amount", row -> row.dividend().amount()),
                    Column.text("currency", row -> row.dividend().currency()),
                    Column.text("frequency", row -> row.dividend().frequency()),
                    Column.text("source", row -> row.category().title())),
            List.of("symbol", "ex_date"),
            Table.Duplicates.lastWins());

    Statement.Row said() {
        return new Statement.Row(
                new Distribution(
                        new Ticker(key().symbol()),
                        dividend.exDate(),
                        null,
                        dividend.payDate(),
                        dividend.declaredDate(),
                        dividend.amount(),
                        null,
                        dividend.frequency(),
                        dividend.currency()),
                Statement.Beside.NOTHING);
    }

    Key key() {
        return new Key(category.symbol(dividend.ticker().symbol()), dividend.exDate());
    }
}
