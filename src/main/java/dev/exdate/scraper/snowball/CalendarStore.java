package dev.exdate.scraper.snowball;

import dev.exdate.database.AmountHistories;
import dev.exdate.database.Database;
import dev.exdate.database.ListLengths;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.payment.Reading;
import dev.exdate.payment.Statements;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code raw_dividends_snowball}, and how long each list was. */
final class CalendarStore {
    private static final ShrinkRule SHORT = ShrinkRule.ofLists(Limits.USUAL.lists());
    private static final AmountHistories.Table AMOUNTS =
            new AmountHistories.Table("raw_dividends_snowball", "amount", true);
    private static final AnnouncedAmounts<CalendarRow> SAID = AnnouncedAmounts.of(
            row -> row.key().symbol(),
            row -> row.key().exDate(),
            row -> row.dividend().amount());

    private static final String SOURCE = SnowballSource.ID.id();

    private final Database database;
    private final BulkWriter writer;

    CalendarStore(Database database, BulkWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** Compares a list's length with the last one. */
    Optional<String> objection(String list, int rows, OverrideGate gate, LocalDate marketDay) throws SQLException {
        return new ListLengths(database, gate).objection("snowball " + list, marketDay, rows, SHORT);
    }

    /** Compares a page's rows with the stored ones. */
    Screened<CalendarRow> screen(List<CalendarRow> rows, OverrideGate gate, LocalDate marketDay) throws SQLException {
        return new AmountHistories(database, AMOUNTS).screen(SAID, rows, gate, marketDay);
    }

    /** In one transaction. */
    Written write(Category list, List<CalendarRow> rows) throws SQLException {
        List<Statement.Row> said = rows.stream().map(CalendarRow::said).toList();
        return database.inTransaction(handle -> {
            new Statements(writer)
                    .append(
                            handle,
                            List.of(new Reading(SOURCE, list.id(), Reading.ALWAYS, Statement.of(SOURCE, said))));
            return writer.write(handle, CalendarRow.TABLE, rows);
        });
    }

    /** After all pages of a list were read: what it has said of days ahead and none of them says any more. */
    void withdraw(Category list, Set<CalendarRow.Key> listed, LocalDate marketDay) throws SQLException {
        String sql = """
                SELECT symbol, ex_date FROM public.raw_dividends_snowball
                WHERE ex_date >= :day AND source = :list
                """;
        Set<EventDay> now = listed.stream()
                .map(key -> new EventDay(key.symbol(), key.exDate()))
                .collect(Collectors.toSet());
        database.inTransaction(handle -> {
            List<EventDay> held = handle.sql(sql)
                    .bind("day", marketDay)
                    .bind("list", list.title())
                    .list(row -> new EventDay(row.getString(1), row.getObject(2, LocalDate.class)));
            return new Statements(writer)
                    .append(
                            handle,
                            List.of(new Reading(
                                    SOURCE, list.id(), Reading.ALWAYS, List.of(), Reading.gone(held, now))));
        });
    }
}
