package dev.exdate.holdings;

import dev.exdate.database.Database;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.Guard;
import dev.exdate.guard.HoldingsRule;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares a fund's holdings with the stored ones of the same source, because they replace them as a whole. */
final class HoldingsGuard {
    private static final HoldingsRule RULE = HoldingsRule.of(Limits.USUAL);

    private final Database database;
    private final OverrideGate gate;

    HoldingsGuard(Database database, OverrideGate gate) {
        this.database = database;
        this.gate = gate;
    }

    /** The answer, or a failed one with the reason. */
    Answer<HeldPosition> believed(HoldingsSearch.Found found) throws SQLException {
        if (!(found.answer() instanceof Answer.Rows<HeldPosition>(List<HeldPosition> rows))) {
            return found.answer();
        }
        Optional<HoldingsRule.Figures> stored = stored(found);
        Optional<String> objection = stored.isEmpty() ? Optional.empty() : objection(found, rows, stored.get());
        return objection.isPresent() ? Answer.failed(Failure.IMPLAUSIBLE, objection.get()) : found.answer();
    }

    private Optional<String> objection(
            HoldingsSearch.Found found, List<HeldPosition> rows, HoldingsRule.Figures stored) {
        HoldingsRule.Figures now = new HoldingsRule.Figures(
                rows.size(),
                weight(rows),
                rows.stream()
                        .flatMap(row -> day(row.updatedAt()).stream())
                        .max(Comparator.naturalOrder())
                        .orElse(null));
        String fund = found.fund().ticker().symbol();
        return RULE.finding(stored, now)
                .flatMap(guard -> gate.objection(
                        guard,
                        fund,
                        guard == Guard.STALE
                                ? "%s: %s gives the holdings of %s, but those of %s are stored"
                                        .formatted(fund, found.source(), now.day(), stored.day())
                                : "%s: %s gives %d positions with %s %% of the weight, but %d positions are stored"
                                        .formatted(
                                                fund,
                                                found.source(),
                                                now.positions(),
                                                weight(rows)
                                                        .stripTrailingZeros()
                                                        .toPlainString(),
                                                stored.positions())));
    }

    private static BigDecimal weight(List<HeldPosition> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (HeldPosition row : rows) {
            BigDecimal one = row.weightPercentage();
            sum = one == null ? sum : sum.add(one);
        }
        return sum;
    }

    /** The day at the beginning of a text. */
    private static Optional<LocalDate> day(String stated) {
        return stated.matches("\\d{4}-\\d\\d-\\d\\d.*")
                ? Optional.of(LocalDate.parse(stated.substring(0, 10)))
                : Optional.empty();
    }

    private Optional<HoldingsRule.Figures> stored(HoldingsSearch.Found found) throws SQLException {
        String sql = """
                SELECT count(*) AS positions,
                       sum(CASE WHEN e ->> 'weightPercentage' ~ '^-?\\d+(\\.\\d+)?$'
                                THEN (e ->> 'weightPercentage')::numeric END) AS weight,
                       max(CASE WHEN e ->> 'updatedAt' ~ '^\\d{4}-\\d\\d-\\d\\d' THEN left(e ->> 'updatedAt', 10)::date END) AS day
                FROM public.raw_stocks s
                JOIN exdate.freshness f ON f.symbol = s.symbol AND f.kind = 'holdings' AND f.source = :source
                CROSS JOIN jsonb_array_elements(CASE jsonb_typeof(s.holdings) WHEN 'array' THEN s.holdings END) e
                WHERE s.symbol = :symbol
                HAVING count(*) > 0
                """;
        return database.reading(handle -> handle.sql(sql)
                .bind("source", found.source())
                .bind("symbol", found.fund().ticker().symbol())
                .first(row -> new HoldingsRule.Figures(
                        row.getInt("positions"), row.getBigDecimal("weight"), row.getObject("day", LocalDate.class))));
    }
}
