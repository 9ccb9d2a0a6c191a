package dev.exdate.futuredividends;

import dev.exdate.database.AmountHistories;
import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.payment.Decisions;
import dev.exdate.payment.ReadersTables;
import dev.exdate.payment.Reading;
import dev.exdate.payment.Statements;
import dev.exdate.settings.SourceId;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of upcoming dividends. */
final class FutureDividendStore {
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
     * Keeps what the calendar says, and decides. Readers see the window before or after the change, never in between.
     *
     * @param source whose calendar it is
     */
    Replaced replace(Window window, SourceId source, Screened<FutureDividend> screened) throws SQLException {
        List<Statement.Row> said =
                screened.rows().stream().flatMap(FutureDividend::said).toList();
        // A rejected dividend still counts as listed; its stored row stays unchanged.
        Set<EventDay> listed = Stream.concat(
                        screened.rows().stream(), screened.held().stream().map(Screened.Held::row))
                .map(FutureDividend::day)
                .collect(Collectors.toSet());
        return database.inTransaction(handle -> {
            List<EventDay> gone = held(handle, window, source).stream()
                    .filter(day -> !listed.contains(day))
                    .toList();
            long others = moveOthers(handle, window, listed);
            new Statements(writer)
                    .append(
                            handle,
                            List.of(new Reading(
                                    source.id(), "calendar", window.first(), Statement.of(source.id(), said), gone)));
            ReadersTables.Tables tables = new Decisions(database, writer, window.first())
                    .decide(handle)
                    .tables();
            return new Replaced(others + tables.withdrawn(), movePast(handle, window.first()), tables.ahead());
        });
    }

    /**
     * What is replaced.
     *
     * @param only these symbols; empty for all
     */
    record Window(LocalDate first, LocalDate last, Set<String> only) {
        Sql bound(Sql sql) {
            return sql.bind("first", first)
                    .bind("last", last)
                    .bind("all", only.isEmpty())
                    .bindArray("only", "text", List.copyOf(only));
        }
    }

    /** @param past rows with a past ex-date */
    record Replaced(long withdrawn, long past, Written written) {}

    /** The window's days of which this source speaks. */
    private static List<EventDay> held(Handle handle, Window window, SourceId source) throws SQLException {
        String sql = """
                SELECT DISTINCT f.symbol, f.ex_date
                FROM public.raw_future_dividends f JOIN exdate.statement s USING (symbol, ex_date)
                WHERE f.ex_date BETWEEN :first AND :last AND (:all OR f.symbol = ANY (:only::text[])) AND s.source = :source
                  AND s.superseded_at = 'infinity' AND s.withdrawn_at = 'infinity' AND s.event_type = 'distribution'
                """;
        return window.bound(handle.sql(sql))
                .bind("source", source.id())
                .list(row -> new EventDay(row.getString(1), row.getObject(2, LocalDate.class)));
    }

    /** Rows of calendars that nobody speaks of: an earlier Exdate, or another program, has written them. */
    private long moveOthers(Handle handle, Window window, Set<EventDay> listed) throws SQLException {
        String condition = """
                ex_date BETWEEN :first AND :last AND (:all OR d.symbol = ANY (:only::text[])) AND (source IS NULL OR source IN ('FMP', 'Nasdaq'))
                AND NOT EXISTS (SELECT FROM exdate.statement s WHERE s.symbol = d.symbol AND s.ex_date = d.ex_date)
                AND NOT EXISTS (
                    SELECT FROM unnest(:symbols::text[], :days::date[]) AS f (symbol, ex_date)
                    WHERE f.symbol = d.symbol AND f.ex_date = d.ex_date)
                """;
        return window.bound(move(handle, condition, "withdrawn"))
                .bindArray(
                        "symbols", "text", listed.stream().map(EventDay::symbol).toList())
                .bindArray("days", "date", listed.stream().map(EventDay::exDate).toList())
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
