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
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code raw_dividends_snowball}, and how long each list was. */
final class CalendarStore {
    private static final ShrinkRule SHORT = ShrinkRule.ofLists(Limits.USUAL.lists());
    private static final AmountHistories.Table AMOUNTS =
            new AmountHistories.Table("raw_dividends_snowball", "amount", true);
    private static final AnnouncedAmounts<CalendarRow> SAID = AnnouncedAmounts.of(
            row -> row.key().symbol(),
            row -> row.key().exDate(),
            row -> row.dividend().amount());

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
    Written write(List<CalendarRow> rows) throws SQLException {
        return database.inTransaction(handle -> writer.write(handle, CalendarRow.TABLE, rows));
    }
}
