package dev.exdate.scraper.cboe;

import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.source.cboe.NoticeQuestion;
import dev.exdate.source.cboe.NoticedDividend;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for {@code raw_dividends_cboe}: a dividend with its notice. */
record NoticeRow(NoticedDividend dividend, NoticeQuestion notice) {
    /** A fund may pay income and gain on one day; the type distinguishes them. */
    record Key(
            String symbol,
            LocalDate exDate,
            @Nullable LocalDate payDate,
            @Nullable String type) {}

    static final Table<NoticeRow> TABLE = new Table<>(
            "public.raw_dividends_cboe",
            List.of(
                    Column.text("symbol", row -> row.dividend().ticker().symbol()),
                    Column.date("ex_date", row -> row.dividend().exDate()),
                    Column.date("payment_date", row -> row.dividend().payDate()),
                    Column.text("distribution_type", row -> row.dividend().type()),
                    Column.text("name", row -> row.dividend().name()),
                    Column.text("firm_name", row -> row.notice().firm()),
                    Column.date("declaration_date", row -> row.notice().declaredDate()),
                    Column.date("record_date", row -> row.dividend().recordDate()),
                    Column.numeric("amount", row -> row.dividend().amount()),
                    Column.text("frequency", row -> row.dividend().frequency()),
                    Column.text("notification", row -> row.notice().address())),
            List.of("symbol", "ex_date", "payment_date", "distribution_type"),
            NoticeRow::laterNotice);

    Key key() {
        return new Key(dividend.ticker().symbol(), dividend.exDate(), dividend.payDate(), dividend.type());
    }

    private static NoticeRow laterNotice(NoticeRow earlier, NoticeRow later) {
        return later.notice.declaredDate().isBefore(earlier.notice.declaredDate()) ? earlier : later;
    }
}
