package dev.exdate.scraper.nasdaq;

import dev.exdate.database.AmountHistories;
import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.source.nasdaq.NasdaqDividend;
import dev.exdate.task.TaskLog;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code raw_dividends_nasdaq}. */
final class CalendarStore {
    private static final Table<NasdaqDividend> TABLE = new Table<>(
            "public.raw_dividends_nasdaq",
            List.of(
                    Column.text("symbol", row -> row.ticker().symbol()),
                    Column.date("ex_date", NasdaqDividend::exDate),
                    Column.text("company_name", NasdaqDividend::companyName),
                    Column.date("payment_date", NasdaqDividend::payDate),
                    Column.date("record_date", NasdaqDividend::recordDate),
                    Column.numeric("dividend_rate", NasdaqDividend::rate),
                    Column.numeric("annual_dividend", NasdaqDividend::annual),
                    Column.date("announcement_date", NasdaqDividend::announcementDate),
                    Column.text("source", row -> "Nasdaq")),
            List.of("symbol", "ex_date"),
            Table.Duplicates.lastWins());

    private static final AmountHistories.Table AMOUNTS =
            new AmountHistories.Table("raw_dividends_nasdaq", "dividend_rate", true);
    private static final AnnouncedAmounts<NasdaqDividend> SAID =
            new AnnouncedAmounts<>(row -> row.ticker().symbol(), NasdaqDividend::exDate, NasdaqDividend::rate);

    private final Database database;
    private final BulkWriter writer;

    CalendarStore(Database database, BulkWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** @param conflicts second rates of a symbol and day, kept aside */
    record Stored(Written written, int conflicts) {
        static final Stored NOTHING = new Stored(Written.NOTHING, 0);

        Stored plus(Stored other) {
            return new Stored(written.plus(other.written), conflicts + other.conflicts);
        }
    }

    /**
     * The newest stored ex-date up to the market day; not later than the day a row was last added, since what was stored
     * ahead and is past by now was never asked for again.
     */
    Optional<LocalDate> newestPast(LocalDate marketDay) throws SQLException {
        String sql = """
                SELECT least(max(ex_date) FILTER (WHERE ex_date <= :day),
                             (max(created_at) AT TIME ZONE 'America/New_York')::date)
                FROM public.raw_dividends_nasdaq
                """;
        return database.reading(
                handle -> handle.sql(sql).bind("day", marketDay).first(row -> row.getObject(1, LocalDate.class)));
    }

    /** How many dividends with these ex-dates are stored. */
    long stored(Collection<LocalDate> exDates) throws SQLException {
        String sql = "SELECT count(*) FROM public.raw_dividends_nasdaq WHERE ex_date = ANY (:days::date[])";
        return database.reading(
                handle -> handle.sql(sql).bindArray("days", "date", exDates).one(row -> row.getLong(1)));
    }

    private record Key(String symbol, LocalDate exDate) {}

    /** Holds a day's rows against what is stored; of several rates of a symbol the first stands for all. */
    Screened<NasdaqDividend> screen(List<NasdaqDividend> rows, OverrideGate gate, LocalDate marketDay)
            throws SQLException {
        Map<Key, NasdaqDividend> firsts = new LinkedHashMap<>();
        rows.forEach(row -> firsts.putIfAbsent(key(row), row));
        Screened<NasdaqDividend> sifted =
                new AmountHistories(database, AMOUNTS).screen(SAID, List.copyOf(firsts.values()), gate, marketDay);
        Set<Key> held = sifted.held().stream().map(it -> key(it.row())).collect(Collectors.toSet());
        return new Screened<>(
                rows.stream().filter(row -> !held.contains(key(row))).toList(), sifted.held());
    }

    private static Key key(NasdaqDividend row) {
        return new Key(row.ticker().symbol(), row.exDate());
    }

    /**
     * One transaction. The table has one row a symbol and ex-date: the source's first one, which is the regular dividend;
     * a second rate is kept in {@code exdate.dividend_conflict}.
     */
    Stored write(List<NasdaqDividend> rows, TaskLog log) throws SQLException {
        if (rows.isEmpty()) {
            return Stored.NOTHING;
        }
        Map<Key, NasdaqDividend> kept = new LinkedHashMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (NasdaqDividend row : rows) {
            NasdaqDividend first = kept.putIfAbsent(key(row), row);
            if (first != null && first.rate().compareTo(row.rate()) != 0) {
                conflicts.add(new Conflict(row, first.rate()));
                log.line("⚠️  %s goes ex on %s with two rates, %s and %s: the first is kept, the second noted"
                        .formatted(row.ticker(), row.exDate(), first.rate(), row.rate()));
            }
        }
        return database.inTransaction(handle -> {
            note(handle, conflicts);
            return new Stored(writer.write(handle, TABLE, kept.values()), conflicts.size());
        });
    }

    private record Conflict(NasdaqDividend row, BigDecimal kept) {}

    private static void note(Handle handle, List<Conflict> conflicts) throws SQLException {
        String sql = """
                INSERT INTO exdate.dividend_conflict (symbol, ex_date, amount, source, kept_amount, kept_source)
                VALUES (:symbol, :ex_date, :amount, 'nasdaq', :kept, 'nasdaq') ON CONFLICT DO NOTHING
                """;
        handle.batch(
                sql,
                conflicts,
                (insert, conflict) -> insert.bind(
                                "symbol", conflict.row().ticker().symbol())
                        .bind("ex_date", conflict.row().exDate())
                        .bind("amount", conflict.row().rate())
                        .bind("kept", conflict.kept()));
    }
}
