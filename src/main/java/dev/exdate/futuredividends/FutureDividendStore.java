package dev.exdate.futuredividends;

import dev.exdate.database.AmountHistories;
import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.source.AnnouncedDates;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of upcoming dividends. */
final class FutureDividendStore {
    /** Rows from the update's own sources stay if a calendar does not list them, because calendars are incomplete. */
    private static final String OF_CALENDARS = "(source IS NULL OR source IN ('FMP', 'Nasdaq'))";

    private static final Table<FutureDividend> TABLE = new Table<>(
            "public.raw_future_dividends",
            List.of(
                    Column.text("symbol", it -> it.ticker().symbol()),
                    Column.date("ex_date", FutureDividend::exDate),
                    Column.numeric("amount", FutureDividend::amount),
                    Column.date("record_date", FutureDividend::recordDate),
                    Column.date("payment_date", FutureDividend::paymentDate),
                    Column.date("declaration_date", FutureDividend::declarationDate),
                    Column.numeric("adj_dividend", FutureDividend::adjDividend),
                    Column.text("label", FutureDividend::label),
                    Column.text("frequency", FutureDividend::frequency),
                    Column.text("source", FutureDividend::source)),
            List.of("symbol", "ex_date"),
            (earlier, later) -> earlier);

    private static final AmountHistories.Table AMOUNTS =
            new AmountHistories.Table("raw_future_dividends", "amount", true);
    private static final AnnouncedAmounts<FutureDividend> SAID =
            new AnnouncedAmounts<>(it -> it.ticker().symbol(), FutureDividend::exDate, FutureDividend::payments);

    private final Database database;
    private final BulkWriter writer;
    private final Clock clock;

    FutureDividendStore(Database database, BulkWriter writer, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.clock = clock;
    }

    /** The window's rows from this calendar, or without a recorded source. */
    List<Announced> announced(LocalDate first, LocalDate last, String source) throws SQLException {
        String sql = """
                SELECT symbol, ex_date FROM public.raw_future_dividends
                WHERE ex_date BETWEEN :first AND :last AND (source IS NULL OR source = :source)
                """;
        return database.reading(handle -> handle.sql(sql)
                .bind("first", first)
                .bind("last", last)
                .bind("source", source)
                .list(row -> new Announced(row.getString("symbol"), row.getObject("ex_date", LocalDate.class))));
    }

    /** A row by its key. */
    record Announced(String symbol, LocalDate exDate) {}

    Screened<FutureDividend> screen(List<FutureDividend> dividends, OverrideGate gate, LocalDate marketDay)
            throws SQLException {
        return new AmountHistories(database, AMOUNTS).screen(SAID, dividends, gate, marketDay);
    }

    /**
     * Readers see the window before or after the change, never in between. Announcements fill in what the calendar
     * leaves out.
     *
     * @param only these symbols; empty for all
     */
    Replaced replace(LocalDate first, LocalDate last, Set<String> only, Screened<FutureDividend> screened)
            throws SQLException {
        List<FutureDividend> dividends = screened.rows();
        // A rejected dividend still counts as listed; its stored row stays unchanged.
        List<FutureDividend> listed = Stream.concat(
                        dividends.stream(), screened.held().stream().map(Screened.Held::row))
                .toList();
        return database.inTransaction(handle -> {
            Replaced replaced = new Replaced(
                    moveWithdrawn(handle, first, last, only, listed),
                    movePast(handle, first),
                    writer.write(handle, TABLE, dividends));
            AnnouncedDates.AHEAD.fill(handle);
            return replaced;
        });
    }

    /** @param past rows with a past ex-date */
    record Replaced(long withdrawn, long past, Written written) {}

    private long moveWithdrawn(
            Handle handle, LocalDate first, LocalDate last, Set<String> only, List<FutureDividend> dividends)
            throws SQLException {
        String condition = "ex_date BETWEEN :first AND :last AND " + OF_CALENDARS + """
                 AND (:all OR d.symbol = ANY (:only::text[])) AND NOT EXISTS (
                    SELECT FROM unnest(:symbols::text[], :days::date[]) AS f (symbol, ex_date)
                    WHERE f.symbol = d.symbol AND f.ex_date = d.ex_date)
                """;
        return move(handle, condition, "withdrawn")
                .bind("first", first)
                .bind("last", last)
                .bind("all", only.isEmpty())
                .bindArray("only", "text", List.copyOf(only))
                .bindArray(
                        "symbols",
                        "text",
                        dividends.stream().map(it -> it.ticker().symbol()).toList())
                .bindArray(
                        "days",
                        "date",
                        dividends.stream().map(FutureDividend::exDate).toList())
                .execute();
    }

    private long movePast(Handle handle, LocalDate first) throws SQLException {
        return move(handle, "ex_date < :first", "past").bind("first", first).execute();
    }

    private Sql move(Handle handle, String condition, String reason) {
        String sql = """
                WITH gone AS (DELETE FROM public.raw_future_dividends d WHERE %s RETURNING d.*)
                INSERT INTO exdate.future_dividend_history
                    (symbol, ex_date, amount, record_date, payment_date, declaration_date, adj_dividend, label,
                     frequency, source, created_at, updated_at, moved_at, reason)
                SELECT symbol, ex_date, amount, record_date, payment_date, declaration_date, adj_dividend, label,
                       frequency, source, created_at, updated_at, :now, :reason
                FROM gone
                """.formatted(condition);
        return handle.sql(sql).bind("now", clock.instant()).bind("reason", reason);
    }
}
