package dev.exdate.scraper.nyse;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.ExDateWindow;
import dev.exdate.payment.Reading;
import dev.exdate.payment.StatedEvent;
import dev.exdate.payment.Statements;
import dev.exdate.source.nyse.CorporateAction;
import dev.exdate.source.nyse.ExDateException;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code raw_dividends_nyse}, whose amounts stay empty, and {@code exdate.corporate_action}. */
final class NyseStore {
    private static final String SOURCE = NyseSource.ID.id();

    private static final Table<ExDateException> EX_DATES = new Table<>(
            "public.raw_dividends_nyse",
            List.of(
                    Column.text("symbol", row -> row.ticker().symbol()),
                    Column.date("ex_date", ExDateException::exDate),
                    Column.text("security_name", ExDateException::name),
                    Column.date("record_date", ExDateException::recordDate),
                    Column.date("declaration_date", ExDateException::declaredDate),
                    Column.text("source", row -> "NYSE")),
            List.of("symbol", "ex_date"),
            Table.Duplicates.lastWins());

    private static final Table<CorporateAction> ACTIONS = new Table<>(
            "exdate.corporate_action",
            List.of(
                    Column.text("market_event", CorporateAction::event),
                    Column.text("action", CorporateAction::action),
                    // Part of the key, so an issue without a symbol is stored with an empty one.
                    Column.text("symbol", action -> action.symbol() == null ? "" : action.symbol()),
                    Column.date("action_date", CorporateAction::date),
                    Column.text("status", CorporateAction::status),
                    Column.text("issuer", CorporateAction::issuer),
                    new Column<>("updated_at", "timestamptz", CorporateAction::updatedAt)),
            List.of("market_event", "action", "symbol"),
            Table.Duplicates.lastWins());

    private final Database database;
    private final BulkWriter writer;

    NyseStore(Database database, BulkWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    Optional<LocalDate> newestPast(LocalDate marketDay) throws SQLException {
        String sql = "SELECT max(ex_date) FROM public.raw_dividends_nyse WHERE ex_date <= :day";
        return database.reading(
                handle -> handle.sql(sql).bind("day", marketDay).first(row -> row.getObject(1, LocalDate.class)));
    }

    /** The number of stored ex-dates in the span. */
    long exDates(ExDateWindow.Span span) throws SQLException {
        return count("SELECT count(*) FROM public.raw_dividends_nyse WHERE ex_date BETWEEN :from AND :to", span);
    }

    /** The number of stored actions in the span. */
    long actions(ExDateWindow.Span span) throws SQLException {
        return count("SELECT count(*) FROM exdate.corporate_action WHERE action_date BETWEEN :from AND :to", span);
    }

    private long count(String sql, ExDateWindow.Span span) throws SQLException {
        return database.reading(handle ->
                handle.sql(sql).bind("from", span.from()).bind("to", span.to()).one(row -> row.getLong(1)));
    }

    /** @param ahead days of which the list has all ex-dates: what is missing on them is withdrawn */
    Written writeExDates(List<ExDateException> rows, ExDateWindow.Span ahead) throws SQLException {
        String sql = "SELECT symbol, ex_date FROM public.raw_dividends_nyse WHERE ex_date BETWEEN :from AND :to";
        return database.inTransaction(handle -> {
            List<EventDay> held = handle.sql(sql)
                    .bind("from", ahead.from())
                    .bind("to", ahead.to())
                    .list(row -> new EventDay(row.getString(1), row.getObject(2, LocalDate.class)));
            List<Statement> said = rows.stream().map(NyseStore::statement).toList();
            new Statements(writer)
                    .append(handle, List.of(Reading.whole(SOURCE, ExDatePage.NAME, ahead.from(), said, held)));
            return writer.write(handle, EX_DATES, rows);
        });
    }

    private static Statement statement(ExDateException row) {
        return Statement.ofDates(
                SOURCE, row.ticker().symbol(), row.exDate(), row.recordDate(), null, row.declaredDate());
    }

    Written writeActions(List<CorporateAction> rows) throws SQLException {
        return database.inTransaction(handle -> {
            new Statements(writer)
                    .appendEvents(
                            handle,
                            rows.stream().flatMap(row -> event(row).stream()).toList());
            return writer.write(handle, ACTIONS, rows);
        });
    }

    /** The list states neither ratios nor new symbols. */
    private static Optional<StatedEvent> event(CorporateAction action) {
        String symbol = action.symbol();
        LocalDate day = action.date();
        String words = action.action().toLowerCase(Locale.ROOT);
        if (symbol == null || day == null) {
            return Optional.empty();
        }
        if (words.contains("split")) {
            return Optional.of(StatedEvent.split(SOURCE, symbol, day));
        }
        return words.contains("symbol")
                ? Optional.of(StatedEvent.symbolChange(SOURCE, symbol, day, null))
                : Optional.empty();
    }
}
