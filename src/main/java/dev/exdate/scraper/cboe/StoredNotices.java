package dev.exdate.scraper.cboe;

import dev.exdate.database.AmountHistories;
import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.database.ListLengths;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.payment.Statements;
import dev.exdate.source.cboe.NoticeQuestion;
import dev.exdate.truth.EventDay;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notices in the database. */
final class StoredNotices {
    private static final ShrinkRule SHORT = ShrinkRule.ofLists(Limits.USUAL.lists());
    private static final AmountHistories.Table AMOUNTS =
            new AmountHistories.Table("raw_dividends_cboe", "amount", false);
    private static final AnnouncedAmounts<NoticeRow> SAID = AnnouncedAmounts.of(
            row -> row.key().symbol(),
            row -> row.key().exDate(),
            row -> row.dividend().amount());

    private final Database database;
    private final BulkWriter writer;

    StoredNotices(Database database, BulkWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** Those not stored yet, and all declared since the day, because recent notices may still be corrected. */
    List<NoticeQuestion> due(List<NoticeQuestion> notices, LocalDate recentSince) throws SQLException {
        return chosen(notices, recentSince, """
                SELECT asked.position
                FROM unnest(:addresses::text[], :days::date[], :firms::text[]) WITH ORDINALITY
                    AS asked (address, declared, firm, position)
                WHERE asked.declared >= :recent
                   OR NOT EXISTS (SELECT FROM public.raw_dividends_cboe c WHERE c.notification = asked.address)
                ORDER BY asked.position
                """);
    }

    /** As {@link #due}, for questions that name no symbols: any row of the issuer and day counts as stored. */
    List<NoticeQuestion> dueByDay(List<NoticeQuestion> notices, LocalDate recentSince) throws SQLException {
        return chosen(notices, recentSince, """
                SELECT asked.position
                FROM unnest(:addresses::text[], :days::date[], :firms::text[]) WITH ORDINALITY
                    AS asked (address, declared, firm, position)
                WHERE asked.declared >= :recent
                   OR NOT EXISTS (SELECT FROM public.raw_dividends_cboe c
                                  WHERE c.declaration_date = asked.declared AND c.firm_name = asked.firm)
                ORDER BY asked.position
                """);
    }

    /** Issuers of all stored notices. */
    List<String> firms() throws SQLException {
        String sql = """
                SELECT DISTINCT firm_name FROM public.raw_dividends_cboe
                WHERE firm_name <> '' ORDER BY firm_name
                """;
        return database.reading(handle -> handle.sql(sql).list(row -> row.getString(1)));
    }

    /**
     * In one transaction, so that a notice whose address is stored is stored as a whole. What a later notice has said stays.
     */
    Written write(List<NoticeRow> rows) throws SQLException {
        return rows.isEmpty()
                ? Written.NOTHING
                : database.inTransaction(handle -> {
                    NoticeStatements statements = new NoticeStatements(handle, rows);
                    statements.removeReplaced();
                    Map<NoticeRow.Key, LocalDate> declared = declared(handle, rows);
                    List<EventDay> held = statements.held();
                    Written written = writer.write(
                            handle,
                            NoticeRow.TABLE,
                            rows.stream()
                                    .filter(row -> !row.notice()
                                            .declaredDate()
                                            .isBefore(declared.getOrDefault(row.key(), LocalDate.MIN)))
                                    .toList());
                    new Statements(writer).append(handle, statements.readings(held));
                    return written;
                });
    }

    /** Compares the length of a year's list with the last one. */
    Optional<String> objection(int year, int notices, OverrideGate gate, LocalDate marketDay) throws SQLException {
        return new ListLengths(database, gate).objection("cboe's notices of " + year, marketDay, notices, SHORT);
    }

    /** Compares a notice's rows with the stored ones. */
    Screened<NoticeRow> screen(List<NoticeRow> rows, OverrideGate gate, LocalDate marketDay) throws SQLException {
        return new AmountHistories(database, AMOUNTS).screen(SAID, rows, gate, marketDay);
    }

    /** The days of the notices with stored rows. */
    private static Map<NoticeRow.Key, LocalDate> declared(Handle handle, List<NoticeRow> rows) throws SQLException {
        String sql = """
                SELECT c.symbol, c.ex_date, c.payment_date, c.distribution_type, c.declaration_date
                FROM public.raw_dividends_cboe c
                WHERE c.declaration_date IS NOT NULL
                  AND (c.symbol, c.ex_date) IN (SELECT * FROM unnest(:symbols::text[], :days::date[]))
                """;
        return handle.sql(sql)
                .bindArray(
                        "symbols",
                        "text",
                        rows.stream().map(row -> row.key().symbol()).toList())
                .bindArray(
                        "days",
                        "date",
                        rows.stream().map(row -> row.key().exDate()).toList())
                .map(
                        row -> new NoticeRow.Key(
                                row.getString("symbol"),
                                row.getObject("ex_date", LocalDate.class),
                                row.getObject("payment_date", LocalDate.class),
                                row.getString("distribution_type")),
                        row -> row.getObject("declaration_date", LocalDate.class));
    }

    private List<NoticeQuestion> chosen(List<NoticeQuestion> notices, LocalDate recentSince, String sql)
            throws SQLException {
        return database.reading(handle -> handle.sql(sql)
                .bindArray(
                        "addresses",
                        "text",
                        notices.stream().map(NoticeQuestion::address).toList())
                .bindArray(
                        "days",
                        "date",
                        notices.stream().map(NoticeQuestion::declaredDate).toList())
                .bindArray(
                        "firms",
                        "text",
                        notices.stream().map(NoticeQuestion::firm).toList())
                .bind("recent", recentSince)
                .list(row -> notices.get(row.getInt(1) - 1)));
    }
}
