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
import dev.exdate.payment.Reading;
import dev.exdate.payment.Statements;
import dev.exdate.source.nasdaq.NasdaqDividend;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code raw_dividends_nasdaq}. */
final class CalendarStore {
    private static final Table<CalendarRow> TABLE = new Table<>(
            "public.raw_dividends_nasdaq",
            List.of(
                    Column.text("symbol", row -> row.kept().ticker().symbol()),
                    Column.date("ex_date", row -> row.kept().exDate()),
                    Column.text("company_name", row -> row.kept().companyName()),
                    Column.date("payment_date", row -> row.kept().payDate()),
                    Column.date("record_date", row -> row.kept().recordDate()),
                    Column.numeric("dividend_rate", row -> row.kept().rate()),
                    Column.numeric("annual_dividend", row -> row.kept().annual()),
                    Column.date("announcement_date", row -> row.kept().announcementDate()),
                    Column.text("source", row -> "Nasdaq")),
            List.of("symbol", "ex_date"),
            Table.Duplicates.lastWins());

    private static final AmountHistories.Table AMOUNTS =
            new AmountHistories.Table("raw_dividends_nasdaq", "dividend_rate", true);
    private static final AnnouncedAmounts<CalendarRow> SAID = new AnnouncedAmounts<>(
            row -> row.kept().ticker().symbol(), row -> row.kept().exDate(), CalendarRow::payments);

    private final Database database;
    private final BulkWriter writer;

    CalendarStore(Database database, BulkWriter writer) {
        this.database = database;
        this.writer = writer;
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

    /** Compares a day's rows with the stored ones. */
    Screened<CalendarRow> screen(List<CalendarRow> rows, OverrideGate gate, LocalDate marketDay) throws SQLException {
        return new AmountHistories(database, AMOUNTS).screen(SAID, rows, gate, marketDay);
    }

    /**
     * One transaction.
     *
     * @param whole days of which all is there: what is missing on them is withdrawn
     */
    Written write(List<CalendarRow> rows, Set<LocalDate> whole) throws SQLException {
        return database.inTransaction(handle -> {
            Map<LocalDate, List<EventDay>> held = held(handle, whole);
            Map<LocalDate, List<Statement.Row>> said = rows.stream()
                    .flatMap(row -> row.listed().stream())
                    .collect(Collectors.groupingBy(
                            NasdaqDividend::exDate,
                            Collectors.mapping(
                                    row -> new Statement.Row(row.paid(), Statement.Beside.NOTHING),
                                    Collectors.toList())));
            List<Reading> readings = new ArrayList<>();
            said.forEach((day, listed) -> readings.add(Reading.whole(
                    NasdaqSource.ID.id(),
                    day.toString(),
                    day,
                    Statement.of(NasdaqSource.ID.id(), listed),
                    held.getOrDefault(day, List.of()))));
            new Statements(writer).append(handle, readings);
            return writer.write(handle, TABLE, rows);
        });
    }

    private static Map<LocalDate, List<EventDay>> held(Handle handle, Set<LocalDate> days) throws SQLException {
        String sql = "SELECT symbol, ex_date FROM public.raw_dividends_nasdaq WHERE ex_date = ANY (:days::date[])";
        return days.isEmpty()
                ? Map.of()
                : handle
                        .sql(sql)
                        .bindArray("days", "date", days)
                        .list(row -> new EventDay(row.getString(1), row.getObject(2, LocalDate.class)))
                        .stream()
                        .collect(Collectors.groupingBy(EventDay::exDate));
    }
}
