package dev.exdate.futuredividends;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.update.AnnouncedDates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table of declared dividends that lie ahead. */
final class FutureDividendStore {
    /** Rows that the update's own sources found stay where a calendar does not list them: calendars know only a part. */
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

    private static final AnnouncedAmounts.Table AMOUNTS =
            new AnnouncedAmounts.Table("raw_future_dividends", "amount", true);
    private static final AnnouncedAmounts.Columns<FutureDividend> SAID =
            new AnnouncedAmounts.Columns<>(it -> it.ticker().symbol(), FutureDividend::exDate, FutureDividend::amount);

    private final Database database;
    private final BulkWriter writer;
    private final Clock clock;

    FutureDividendStore(Database database, BulkWriter writer, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.clock = clock;
    }

    /** The window's rows that came from this calendar, or from one that was not written down. */
    List<Announced> announced(LocalDate first, LocalDate last, String source) throws SQLException {
        String sql = """
                SELECT symbol, ex_date FROM public.raw_future_dividends
                WHERE ex_date BETWEEN ? AND ? AND (source IS NULL OR source = ?)
                """;
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, first);
                query.setObject(2, last);
                query.setString(3, source);
                List<Announced> rows = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Announced(row.getString(1), row.getObject(2, LocalDate.class)));
                    }
                }
                return rows;
            }
        });
    }

    /** A row by its key. */
    record Announced(String symbol, LocalDate exDate) {}

    Screened<FutureDividend> sift(List<FutureDividend> dividends, OverrideGate gate, LocalDate marketDay)
            throws SQLException {
        return new AnnouncedAmounts<>(database, gate, AMOUNTS, SAID).sift(dividends, marketDay);
    }

    /** Old readers see the window before or after, never between. What a calendar leaves out the announcements tell. */
    Replaced replace(LocalDate first, LocalDate last, Screened<FutureDividend> sifted) throws SQLException {
        List<FutureDividend> dividends = sifted.rows();
        // What is held back is listed all the same: its row stays as it is.
        List<FutureDividend> listed = Stream.concat(
                        dividends.stream(), sifted.held().stream().map(Screened.Held::row))
                .toList();
        return database.inTransaction(connection -> {
            Replaced replaced = new Replaced(
                    moveWithdrawn(connection, first, last, listed),
                    movePast(connection, first),
                    writer.write(connection, TABLE, dividends));
            AnnouncedDates.AHEAD.fill(connection);
            return replaced;
        });
    }

    /** @param past rows whose ex-date is over */
    record Replaced(long withdrawn, long past, Written written) {}

    private long moveWithdrawn(Connection connection, LocalDate first, LocalDate last, List<FutureDividend> dividends)
            throws SQLException {
        String condition = "ex_date BETWEEN ? AND ? AND " + OF_CALENDARS + """
                 AND NOT EXISTS (
                    SELECT FROM unnest(?::text[], ?::date[]) AS f (symbol, ex_date)
                    WHERE f.symbol = d.symbol AND f.ex_date = d.ex_date)
                """;
        try (PreparedStatement move = move(connection, condition, "withdrawn")) {
            move.setObject(1, first);
            move.setObject(2, last);
            move.setArray(3, texts(connection, dividends, it -> it.ticker().symbol()));
            move.setArray(4, texts(connection, dividends, it -> it.exDate().toString()));
            move.setTimestamp(5, Timestamp.from(clock.instant()));
            return move.executeUpdate();
        }
    }

    private long movePast(Connection connection, LocalDate first) throws SQLException {
        try (PreparedStatement move = move(connection, "ex_date < ?", "past")) {
            move.setObject(1, first);
            move.setTimestamp(2, Timestamp.from(clock.instant()));
            return move.executeUpdate();
        }
    }

    private static PreparedStatement move(Connection connection, String condition, String reason) throws SQLException {
        return connection.prepareStatement("""
                WITH gone AS (DELETE FROM public.raw_future_dividends d WHERE %s RETURNING d.*)
                INSERT INTO exdate.future_dividend_history
                    (symbol, ex_date, amount, record_date, payment_date, declaration_date, adj_dividend, label,
                     frequency, source, created_at, updated_at, moved_at, reason)
                SELECT symbol, ex_date, amount, record_date, payment_date, declaration_date, adj_dividend, label,
                       frequency, source, created_at, updated_at, ?, '%s'
                FROM gone
                """.formatted(condition, reason));
    }

    private static java.sql.Array texts(
            Connection connection, List<FutureDividend> dividends, Function<FutureDividend, String> value)
            throws SQLException {
        return connection.createArrayOf("text", dividends.stream().map(value).toArray());
    }
}
