package dev.exdate.payment;

import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.finding.FindingStore;
import dev.exdate.task.TaskName;
import dev.exdate.truth.DayBelief;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Evidence;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what is believed about the days with new statements, and brings the readers' tables into line with it. */
public final class Decisions {
    /** What was believed about a decided day and is not any more, of days of which something is believed. */
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

    private static final String WITHDRAW = """
            UPDATE exdate.distribution d SET status = 'withdrawn'
            FROM unnest(:symbols::text[], :days::date[]) AS gone (symbol, ex_date)
            WHERE d.symbol = gone.symbol AND d.ex_date = gone.ex_date AND d.valid_to = 'infinity'
              AND d.status <> 'withdrawn'
            RETURNING d.symbol, d.ex_date
            """;

    private final Database database;
    private final BulkWriter writer;
    private final LocalDate marketDay;

    /** @param marketDay as of which payments are announced, gone ex, or paid */
    public Decisions(Database database, BulkWriter writer, LocalDate marketDay) {
        this.database = database;
        this.writer = writer;
        this.marketDay = marketDay;
    }

    /**
     * What a decision has changed.
     *
     * @param believed payments that are new or believed differently
     * @param conflicts decided days whose sources contradict each other
     * @param withdrawn days of which nobody speaks any more
     * @param tables what has changed for readers
     */
    public record Decided(long believed, long conflicts, long withdrawn, ReadersTables.Tables tables) {
        static final Decided NOTHING = new Decided(0, 0, 0, ReadersTables.Tables.NOTHING);

        Decided plus(Decided other) {
            return new Decided(
                    believed + other.believed,
                    conflicts + other.conflicts,
                    withdrawn + other.withdrawn,
                    tables.plus(other.tables));
        }
    }

    /** Some thousand days per transaction. A decision that breaks off is made again. */
    public Decided decide() throws SQLException {
        Decided all = Decided.NOTHING;
        Optional<Decided> some = database.inTransaction(this::decideSome);
        while (some.isPresent()) {
            all = all.plus(some.get());
            some = database.inTransaction(this::decideSome);
        }
        return all.plus(database.inTransaction(this::moveOn));
    }

    /** All within the caller's transaction, so that readers see it at once. */
    public Decided decide(Handle handle) throws SQLException {
        Decided all = moveOn(handle);
        Optional<Decided> some = decideSome(handle);
        while (some.isPresent()) {
            all = all.plus(some.get());
            some = decideSome(handle);
        }
        return all;
    }

    /** Empty if nothing is left. */
    private Optional<Decided> decideSome(Handle handle) throws SQLException {
        Map<EventDay, List<DayBelief.Said>> days = Undecided.take(handle);
        return days.isEmpty() ? Optional.empty() : Optional.of(write(handle, days));
    }

    private Decided write(Handle handle, Map<EventDay, List<DayBelief.Said>> days) throws SQLException {
        SplitHistory splits = SplitHistory.of(
                handle, days.keySet().stream().map(EventDay::symbol).distinct().toList());
        Neighbours neighbours = Neighbours.of(
                handle, days.keySet().stream().map(EventDay::symbol).distinct().toList());
        RhythmEvidence rhythm = new RhythmEvidence(neighbours, splits);
        Set<EventDay> extra = rhythm.extra(days.keySet());
        Map<EventDay, Evidence> evidence = evidence(handle, days, rhythm, extra);
        Doubts doubts = new Doubts(neighbours, extra);
        List<Finding> doubted = new ArrayList<>();
        List<Believed> believed = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        List<EventDay> agreed = new ArrayList<>();
        List<EventDay> silent = new ArrayList<>();
        days.forEach((day, said) -> DayBelief.of(said, evidence.getOrDefault(day, Evidence.NONE))
                .ifPresentOrElse(
                        belief -> {
                            believed.addAll(Believed.of(day, belief, splits, marketDay));
                            doubted.addAll(doubts.of(day, belief, said));
                            if (belief.decision().conflicting().isEmpty()) {
                                agreed.add(day);
                            } else {
                                found.add(Conflicting.of(day, belief));
                            }
                        },
                        () -> silent.add(day)));
        close(handle, believed);
        Written rows = writer.write(handle, Believed.TABLE, believed);
        int conflicts = found.size();
        agreed.addAll(silent);
        Set<EventDay> withdrawn =
                Set.copyOf(Statements.days(handle.sql(WITHDRAW), silent).list(Undecided::day));
        found.addAll(new Withdrawn(handle).findings(withdrawn));
        FindingStore findings = new FindingStore(handle);
        findings.record(TaskName.UPDATE.id(), found);
        findings.resolve(Code.AMOUNT_CONFLICT, subjects(agreed));
        findings.record(TaskName.UPDATE.id(), doubted);
        for (Code code : Doubts.CODES) {
            findings.resolve(code, subjects(without(code, days.keySet(), doubted)));
        }
        findings.resolve(Code.WITHDRAWAL, subjects(Statements.each(believed, Believed::day)));
        ReadersTables tables = new ReadersTables(handle, marketDay);
        tables.forget(withdrawn.stream()
                .filter(day -> days.getOrDefault(day, List.of()).isEmpty())
                .toList());
        return new Decided(rows.added() + rows.changed(), conflicts, withdrawn.size(), tables.write(days.keySet()));
    }

    private static Map<EventDay, Evidence> evidence(
            Handle handle, Map<EventDay, List<DayBelief.Said>> days, RhythmEvidence rhythm, Set<EventDay> extra)
            throws SQLException {
        Map<EventDay, Evidence> evidence = new HashMap<>();
        days.keySet()
                .forEach(day ->
                        evidence.put(day, Evidence.NONE.with(rhythm.splits().terms(day))));
        new MarketEvidence(handle, rhythm.splits(), extra).add(days, evidence);
        extra.forEach(day -> evidence.computeIfPresent(day, (any, known) -> RhythmEvidence.doubting(known)));
        days.forEach((day, said) -> {
            if (said.stream().anyMatch(one -> one.statement().kind().isGain())) {
                evidence.computeIfPresent(day, (any, known) -> known.withUsual(rhythm.usual(day)));
            }
        });
        return evidence;
    }

    private static List<EventDay> without(Code code, Collection<EventDay> days, List<Finding> found) {
        Set<EventDay> with = found.stream()
                .filter(one -> one.code() == code)
                .map(one -> new EventDay(one.symbol(), Objects.requireNonNull(one.day())))
                .collect(Collectors.toSet());
        return days.stream().filter(day -> !with.contains(day)).toList();
    }

    private static List<FindingStore.Subject> subjects(Collection<EventDay> days) {
        return days.stream()
                .distinct()
                .map(day -> new FindingStore.Subject(day.symbol(), day.exDate()))
                .toList();
    }

    private static void close(Handle handle, Collection<Believed> believed) throws SQLException {
        Statements.days(handle.sql(CLOSE), Statements.each(believed, Believed::day))
                .bindArray(
                        "kinds",
                        "text",
                        Statements.each(believed, row -> row.payment().kind().word()))
                .bindArray("nths", "int", Statements.each(believed, Believed::nth))
                .execute();
    }

    /** Days pass without any statement. */
    private Decided moveOn(Handle handle) throws SQLException {
        String sql = """
                UPDATE exdate.distribution SET status = now_is.status
                FROM (
                    SELECT symbol, ex_date, kind, nth,
                           CASE WHEN coalesce(payment_date, ex_date + 60) <= :day THEN 'paid' ELSE 'gone_ex' END AS status
                    FROM exdate.distribution
                    WHERE valid_to = 'infinity' AND status IN ('announced', 'declared', 'gone_ex') AND ex_date <= :day
                ) now_is
                WHERE (distribution.symbol, distribution.ex_date, distribution.kind, distribution.nth)
                      = (now_is.symbol, now_is.ex_date, now_is.kind, now_is.nth)
                  AND distribution.valid_to = 'infinity' AND distribution.status <> now_is.status
                RETURNING distribution.symbol, distribution.ex_date
                """;
        List<EventDay> moved = handle.sql(sql).bind("day", marketDay).list(Undecided::day);
        return moved.isEmpty()
                ? Decided.NOTHING
                : new Decided(0, 0, 0, new ReadersTables(handle, marketDay).write(moved));
    }
}
