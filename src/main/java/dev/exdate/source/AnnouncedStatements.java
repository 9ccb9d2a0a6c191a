package dev.exdate.source;

import dev.exdate.database.Handle;
import dev.exdate.database.Statements;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps as statements what the scrapers' tables say: each new or changed row is one, or a new version of one. */
public record AnnouncedStatements(Statements statements) {
    /** Whole days, because payments of a day are numbered. */
    private static final String CHANGED = """
            WITH said (symbol, ex_date, amount, record_date, payment_date, declaration_date, frequency, kind) AS (%s),
            changed AS (
                SELECT DISTINCT a.symbol, a.ex_date FROM said a
                WHERE a.ex_date IS NOT NULL AND NOT EXISTS (
                    SELECT FROM exdate.statement s
                    WHERE s.symbol = a.symbol AND s.ex_date = a.ex_date AND s.source = :source
                      AND s.superseded_at = 'infinity'
                      AND (s.amount IS NOT DISTINCT FROM a.amount)
                      AND (s.record_date, s.payment_date, s.declaration_date)
                          IS NOT DISTINCT FROM (coalesce(a.record_date, s.record_date),
                              coalesce(a.payment_date, s.payment_date), coalesce(a.declaration_date, s.declaration_date))))
            SELECT a.* FROM said a JOIN changed USING (symbol, ex_date) ORDER BY a.symbol, a.ex_date, a.amount
            """;

    /** How many statements are new or have a new version. */
    public long append(Handle handle) throws SQLException {
        long appended = 0;
        for (Source source : Sources.ALL) {
            String announcements = source.announcements().orElse("");
            if (!announcements.isEmpty()) {
                String id = source.id().id();
                List<Statement> said = statements(handle, announcements, id);
                Written written = statements.append(handle, said);
                appended += written.added() + written.changed();
            }
        }
        return appended;
    }

    private static List<Statement> statements(Handle handle, String announcements, String source) throws SQLException {
        List<Statement.Row> stated = new ArrayList<>();
        List<Statement> dates = new ArrayList<>();
        handle.sql(CHANGED.formatted(announcements)).bind("source", source).each(row -> {
            Ticker ticker = new Ticker(row.getString("symbol"));
            BigDecimal amount = row.getBigDecimal("amount");
            if (amount == null) {
                dates.add(withoutAmount(row, source));
            } else {
                stated.add(new Statement.Row(distribution(row, ticker, amount), kind(row)));
            }
        });
        List<Statement> all = new ArrayList<>(Statement.of(source, stated));
        all.addAll(dates);
        return all;
    }

    private static Distribution distribution(ResultSet row, Ticker ticker, BigDecimal amount) throws SQLException {
        return new Distribution(
                ticker,
                day(row, "ex_date"),
                row.getObject("record_date", LocalDate.class),
                row.getObject("payment_date", LocalDate.class),
                row.getObject("declaration_date", LocalDate.class),
                amount,
                null,
                row.getString("frequency"),
                null);
    }

    /** A special payment may be told by its frequency only. */
    private static @Nullable String kind(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null ? row.getString("frequency") : kind;
    }

    private static Statement withoutAmount(ResultSet row, String source) throws SQLException {
        return Statement.ofDates(
                source,
                row.getString("symbol"),
                day(row, "ex_date"),
                row.getObject("record_date", LocalDate.class),
                row.getObject("payment_date", LocalDate.class),
                row.getObject("declaration_date", LocalDate.class));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
