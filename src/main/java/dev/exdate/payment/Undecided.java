package dev.exdate.payment;

import dev.exdate.database.Handle;
import dev.exdate.truth.DayBelief;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.PaymentKind;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code exdate.undecided}: days with statements that no decision has seen. */
final class Undecided {
    private static final int DAYS = 5_000;

    /** So many days before one may become doubtful by it. */
    private static final int BEFORE = 3;

    private Undecided() {}

    /**
     * Takes some days out, with all that is said about each; nothing for a day that nobody speaks of any more.
     * The decision belongs into the same transaction.
     */
    static Map<EventDay, List<DayBelief.Said>> take(Handle handle) throws SQLException {
        String sql = """
                DELETE FROM exdate.undecided u
                USING (SELECT symbol, ex_date FROM exdate.undecided ORDER BY symbol, ex_date LIMIT :most) next
                WHERE u.symbol = next.symbol AND u.ex_date = next.ex_date
                RETURNING u.symbol, u.ex_date
                """;
        List<EventDay> days = handle.sql(sql).bind("most", DAYS).list(Undecided::day);
        if (days.isEmpty()) {
            return Map.of();
        }
        keepOthers(handle, days);
        List<EventDay> near = new ArrayList<>(days);
        near.addAll(neighbours(handle, days));
        return said(handle, near.stream().distinct().toList());
    }

    /** A day can be judged otherwise once there is one beside it. */
    private static List<EventDay> neighbours(Handle handle, Collection<EventDay> days) throws SQLException {
        String sql = """
                SELECT DISTINCT near.symbol, near.ex_date
                FROM unnest(:symbols::text[], :days::date[]) AS day (symbol, ex_date)
                CROSS JOIN LATERAL (
                    (SELECT DISTINCT s.symbol, s.ex_date FROM exdate.statement s
                     WHERE s.symbol = day.symbol AND s.ex_date < day.ex_date AND s.superseded_at = 'infinity'
                       AND s.withdrawn_at = 'infinity' AND s.amount > 0
                     ORDER BY s.ex_date DESC LIMIT :before)
                    UNION ALL
                    (SELECT s.symbol, s.ex_date FROM exdate.statement s
                     WHERE s.symbol = day.symbol AND s.ex_date > day.ex_date AND s.superseded_at = 'infinity'
                       AND s.withdrawn_at = 'infinity' AND s.amount > 0
                     ORDER BY s.ex_date LIMIT 1)
                ) near
                """;
        return Statements.days(handle.sql(sql), days).bind("before", BEFORE).list(Undecided::day);
    }

    /** What another program has written into the readers' table is what its source says. */
    private static void keepOthers(Handle handle, Collection<EventDay> days) throws SQLException {
        String sql = """
                INSERT INTO exdate.statement (source, symbol, ex_date, kind, nth, amount, record_date, payment_date,
                                              declaration_date, frequency, currency, first_seen)
                SELECT lower(coalesce(r.source, 'legacy')), r.symbol, r.ex_date, 'regular', 0, r.amount, r.record_date,
                       r.payment_date, r.declaration_date, r.frequency, r.currency, r.updated_at
                FROM (SELECT DISTINCT * FROM unnest(:symbols::text[], :days::date[])) AS d (symbol, ex_date)
                JOIN public.raw_dividends r USING (symbol, ex_date)
                WHERE r.amount > 0 AND lower(coalesce(r.source, 'legacy')) <> 'person' AND NOT EXISTS (
                    SELECT FROM exdate.statement s
                    WHERE s.symbol = r.symbol AND s.ex_date = r.ex_date AND s.source = lower(coalesce(r.source, 'legacy')))
                """;
        Statements.days(handle.sql(sql), days).execute();
    }

    private static Map<EventDay, List<DayBelief.Said>> said(Handle handle, Collection<EventDay> days)
            throws SQLException {
        String sql = """
                SELECT s.symbol, s.ex_date, s.source, s.kind, s.nth, s.amount, s.record_date, s.payment_date,
                       s.declaration_date, s.frequency, s.currency, s.adj_amount, s.first_seen
                FROM unnest(:symbols::text[], :days::date[]) AS open (symbol, ex_date)
                JOIN exdate.statement s USING (symbol, ex_date)
                WHERE s.superseded_at = 'infinity' AND s.withdrawn_at = 'infinity' AND s.event_type = 'distribution'
                ORDER BY s.symbol, s.ex_date, s.source, s.kind, s.nth
                """;
        Map<EventDay, List<DayBelief.Said>> said =
                new TreeMap<>(Comparator.comparing(EventDay::symbol).thenComparing(EventDay::exDate));
        days.forEach(day -> said.put(day, new ArrayList<>()));
        Statements.days(handle.sql(sql), days)
                .each(row -> said.computeIfAbsent(day(row), any -> new ArrayList<>())
                        .add(new DayBelief.Said(
                                statement(row), row.getTimestamp("first_seen").toInstant())));
        return said;
    }

    static EventDay day(ResultSet row) throws SQLException {
        return new EventDay(row.getString("symbol"), row.getObject("ex_date", LocalDate.class));
    }

    private static Statement.Beside beside(@Nullable BigDecimal adjusted) {
        return adjusted == null ? Statement.Beside.NOTHING : new Statement.Beside(adjusted, null, null, null, null);
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getString("source"),
                row.getString("symbol"),
                row.getObject("ex_date", LocalDate.class),
                PaymentKind.ofWord(row.getString("kind")),
                row.getInt("nth"),
                row.getBigDecimal("amount"),
                row.getObject("record_date", LocalDate.class),
                row.getObject("payment_date", LocalDate.class),
                row.getObject("declaration_date", LocalDate.class),
                row.getString("frequency"),
                row.getString("currency"),
                beside(row.getBigDecimal("adj_amount")));
    }
}
