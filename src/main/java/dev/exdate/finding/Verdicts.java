package dev.exdate.finding;

import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.truth.PaymentKind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What persons have decided about payments. A decision is a statement of the source {@code person} about the whole day,
 * which comes before all others; {@code exdate.verdict} keeps who decided it, when and why.
 */
public record Verdicts(Handle handle) {
    /** A payment's symbol and ex-date. */
    public record Day(String symbol, LocalDate exDate) {}

    /** Who decides and why. */
    public record Because(String person, String text) {}

    /**
     * The day has this payment; its other payments stay as they are believed.
     *
     * @param kind null if the day has one payment or none, so that there is nothing to choose
     * @return why it can't be done; empty if it is done
     */
    public Optional<String> override(Day day, @Nullable PaymentKind kind, BigDecimal amount, Because because)
            throws SQLException {
        List<String> kinds = kinds(day);
        if (kind == null && kinds.size() > 1) {
            return Optional.of("%s has several payments on %s; --kind says which one: %s"
                    .formatted(day.symbol(), day.exDate(), String.join(", ", kinds)));
        }
        PaymentKind meant = kind != null
                ? kind
                : kinds.isEmpty() || amount.signum() == 0 || kinds.equals(List.of(PaymentKind.ZERO.word()))
                        ? PaymentKind.of(null, amount)
                        : PaymentKind.ofWord(kinds.getFirst());
        String replaced = kind == null && !kinds.isEmpty() ? kinds.getFirst() : meant.word();
        List<Payment> payments = believed(day);
        payments.removeIf(payment -> payment.kind().equals(replaced));
        payments.add(new Payment(meant.word(), 0, amount));
        decide(day, payments, because);
        return Optional.empty();
    }

    /**
     * What is believed about the day is right.
     *
     * @return why it can't be done; empty if it is done
     */
    public Optional<String> accept(Day day, Because because) throws SQLException {
        List<Payment> payments = believed(day);
        if (payments.isEmpty()) {
            return Optional.of("nothing is believed about %s on %s; `exdate show %s` lists its payments"
                    .formatted(day.symbol(), day.exDate(), day.symbol()));
        }
        decide(day, payments, because);
        return Optional.empty();
    }

    /** @return why it can't be done; empty if it is done */
    public Optional<String> forget(Day day) throws SQLException {
        supersede(day);
        String sql = """
                UPDATE exdate.verdict SET forgotten_at = now()
                WHERE symbol = :symbol AND ex_date = :day AND forgotten_at = 'infinity'
                """;
        int forgotten = of(sql, day).execute();
        return forgotten > 0
                ? Optional.empty()
                : Optional.of("nobody has decided about %s on %s".formatted(day.symbol(), day.exDate()));
    }

    private record Payment(String kind, int nth, BigDecimal amount) {}

    private List<Payment> believed(Day day) throws SQLException {
        String sql = """
                SELECT kind, nth, amount FROM exdate.distribution
                WHERE symbol = :symbol AND ex_date = :day AND valid_to = 'infinity' AND status <> 'withdrawn'
                ORDER BY kind, nth
                """;
        return of(sql, day)
                .list(row -> new Payment(row.getString("kind"), row.getInt("nth"), row.getBigDecimal("amount")));
    }

    private List<String> kinds(Day day) throws SQLException {
        return believed(day).stream().map(Payment::kind).toList();
    }

    private void decide(Day day, List<Payment> payments, Because because) throws SQLException {
        forget(day);
        String sql = """
                WITH said AS (
                    INSERT INTO exdate.statement (source, symbol, ex_date, kind, nth, amount, first_seen)
                    SELECT 'person', :symbol, :day, kind, nth, amount, clock_timestamp()
                    FROM unnest(:kinds::text[], :nths::int[], :amounts::numeric[]) AS p (kind, nth, amount)
                    RETURNING symbol, ex_date, kind, nth, amount)
                INSERT INTO exdate.verdict (symbol, ex_date, kind, nth, amount, because, person)
                SELECT symbol, ex_date, kind, nth, amount, :because, :person FROM said
                """;
        of(sql, day)
                .bindArray("kinds", "text", payments.stream().map(Payment::kind).toList())
                .bindArray("nths", "int", payments.stream().map(Payment::nth).toList())
                .bindArray(
                        "amounts",
                        "numeric",
                        payments.stream().map(Payment::amount).toList())
                .bind("because", because.text())
                .bind("person", because.person())
                .execute();
    }

    private void supersede(Day day) throws SQLException {
        of("""
                UPDATE exdate.statement SET superseded_at = clock_timestamp()
                WHERE source = 'person' AND symbol = :symbol AND ex_date = :day AND superseded_at = 'infinity'
                """, day).execute();
    }

    private Sql of(String sql, Day day) {
        return handle.sql(sql).bind("symbol", day.symbol()).bind("day", day.exDate());
    }
}
