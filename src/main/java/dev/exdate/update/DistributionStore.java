package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.finding.FindingStore;
import dev.exdate.task.TaskName;
import dev.exdate.truth.DayBelief;
import dev.exdate.truth.PaymentKind;
import dev.exdate.truth.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what is believed about the days with new statements, and brings {@code raw_dividends} into line with it. */
public final class DistributionStore {
    private static final int DAYS = 5_000;

    private static final String SAID = """
            SELECT s.symbol, s.ex_date, s.source, s.kind, s.nth, s.amount, s.record_date, s.payment_date,
                   s.declaration_date, s.frequency, s.first_seen
            FROM (
                SELECT DISTINCT symbol, ex_date FROM exdate.statement
                WHERE (first_seen >= :since::timestamptz
                       OR superseded_at >= :since::timestamptz AND superseded_at <> 'infinity')
                  AND (symbol, ex_date) > (:symbol, :day::date)
                ORDER BY symbol, ex_date LIMIT :most
            ) AS open
            JOIN exdate.statement s USING (symbol, ex_date)
            WHERE s.superseded_at = 'infinity'
            ORDER BY s.symbol, s.ex_date, s.source, s.kind, s.nth
            """;

    /** What was believed about a decided day and is not any more. */
    private static final String CLOSE = """
            WITH said AS MATERIALIZED (
                SELECT * FROM unnest(:symbols::text[], :days::date[], :kinds::text[], :nths::int[])
                              AS said (symbol, ex_date, kind, nth))
            UPDATE exdate.distribution d SET valid_to = now()
            FROM (SELECT DISTINCT symbol, ex_date FROM said) decided
            WHERE d.symbol = decided.symbol AND d.ex_date = decided.ex_date AND d.valid_to = 'infinity'
              AND NOT EXISTS (
                  SELECT FROM said n
                  WHERE n.symbol = d.symbol AND n.ex_date = d.ex_date AND n.kind = d.kind AND n.nth = d.nth)
            """;

    /**
     * The cash of the day, for days that readers have already. A contradiction that is not clearly decided changes
     * nothing, nor does one with a source whose statement is unknown.
     */
    private static final String APPLY = """
            WITH cash AS (
                SELECT d.symbol, d.ex_date, sum(d.amount) AS amount, min(d.source) AS source,
                       min(d.confidence) AS confidence
                FROM (SELECT DISTINCT * FROM unnest(:symbols::text[], :days::date[])) AS decided (symbol, ex_date)
                JOIN exdate.distribution d USING (symbol, ex_date)
                WHERE d.valid_to = 'infinity' AND d.kind NOT IN ('stock', 'zero')
                GROUP BY d.symbol, d.ex_date)
            UPDATE public.raw_dividends r SET amount = cash.amount, source = cash.source
            FROM cash
            WHERE r.symbol = cash.symbol AND r.ex_date = cash.ex_date AND r.amount IS DISTINCT FROM cash.amount
              AND (cash.confidence >= 0.9 OR exdate.same_amount(r.amount, cash.amount))
              AND EXISTS (
                  SELECT FROM exdate.statement s
                  WHERE s.symbol = r.symbol AND s.ex_date = r.ex_date AND s.source = lower(r.source)
                    AND s.superseded_at = 'infinity')
            """;

    private final Database database;
    private final BulkWriter writer;

    public DistributionStore(Database database, BulkWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /**
     * What a decision has changed.
     *
     * @param believed payments that are new or believed differently
     * @param conflicts decided days whose sources contradict each other
     * @param corrected amounts in {@code raw_dividends}
     */
    public record Decided(long believed, long conflicts, long corrected) {
        Decided plus(Decided other) {
            return new Decided(believed + other.believed, conflicts + other.conflicts, corrected + other.corrected);
        }
    }

    /** Some thousand days per transaction. A decision that breaks off is made again. */
    public Decided decide() throws SQLException {
        String since = database.reading(
                handle -> handle.sql("SELECT coalesce(max(decided_at), '-infinity')::text FROM exdate.decision_mark")
                        .one(row -> row.getString(1)));
        String start =
                database.reading(handle -> handle.sql("SELECT now()::text").one(row -> row.getString(1)));
        Decided all = new Decided(0, 0, 0);
        Believed.Day last = new Believed.Day("", LocalDate.EPOCH);
        while (true) {
            Map<Believed.Day, List<DayBelief.Said>> days = said(since, last);
            if (days.isEmpty()) {
                break;
            }
            all = all.plus(database.inTransaction(handle -> write(handle, days)));
            last = List.copyOf(days.keySet()).getLast();
        }
        database.inTransaction(handle -> {
            handle.execute("DELETE FROM exdate.decision_mark");
            return handle.sql("INSERT INTO exdate.decision_mark VALUES (:start::timestamptz)")
                    .bind("start", start)
                    .execute();
        });
        return all;
    }

    private Map<Believed.Day, List<DayBelief.Said>> said(String since, Believed.Day after) throws SQLException {
        Map<Believed.Day, List<DayBelief.Said>> days = new LinkedHashMap<>();
        database.reading(handle -> {
            handle.sql(SAID)
                    .bind("since", since)
                    .bind("symbol", after.symbol())
                    .bind("day", after.exDate())
                    .bind("most", DAYS)
                    .each(row -> {
                        Statement said = statement(row);
                        days.computeIfAbsent(new Believed.Day(said.symbol(), said.exDate()), any -> new ArrayList<>())
                                .add(new DayBelief.Said(
                                        said, row.getTimestamp("first_seen").toInstant()));
                    });
            return days;
        });
        return days;
    }

    private Decided write(Handle handle, Map<Believed.Day, List<DayBelief.Said>> days) throws SQLException {
        List<Believed> believed = new ArrayList<>();
        List<Finding> conflicts = new ArrayList<>();
        List<FindingStore.Subject> agreed = new ArrayList<>();
        days.forEach((day, said) -> DayBelief.of(said).ifPresent(belief -> {
            believed.addAll(Believed.of(day, belief));
            if (belief.decision().conflicting().isEmpty()) {
                agreed.add(new FindingStore.Subject(day.symbol(), day.exDate()));
            } else {
                conflicts.add(Conflicting.of(day, belief));
            }
        }));
        handle.sql(CLOSE)
                .bindArray(
                        "symbols",
                        "text",
                        believed.stream().map(row -> row.day().symbol()).toList())
                .bindArray(
                        "days",
                        "date",
                        believed.stream().map(row -> row.day().exDate()).toList())
                .bindArray(
                        "kinds",
                        "text",
                        believed.stream()
                                .map(row -> row.payment().kind().word())
                                .toList())
                .bindArray("nths", "int", believed.stream().map(Believed::nth).toList())
                .execute();
        Written rows = writer.write(handle, Believed.TABLE, believed);
        FindingStore findings = new FindingStore(handle);
        findings.record(TaskName.UPDATE.id(), conflicts);
        findings.resolve(Code.AMOUNT_CONFLICT, agreed);
        return new Decided(rows.added() + rows.changed(), conflicts.size(), apply(handle, days.keySet()));
    }

    private static int apply(Handle handle, Collection<Believed.Day> days) throws SQLException {
        return handle.sql(APPLY)
                .bindArray(
                        "symbols",
                        "text",
                        days.stream().map(Believed.Day::symbol).toList())
                .bindArray(
                        "days", "date", days.stream().map(Believed.Day::exDate).toList())
                .execute();
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
                null);
    }
}
