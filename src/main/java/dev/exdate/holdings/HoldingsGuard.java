package dev.exdate.holdings;

import dev.exdate.database.Database;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.Guard;
import dev.exdate.guard.OverrideGate;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a fund's holdings with the stored ones of the same source, because they replace them as a whole. */
final class HoldingsGuard {
    private static final int FEWEST_POSITIONS = 6;
    private static final BigDecimal WHOLE_FROM = BigDecimal.valueOf(80);
    private static final BigDecimal WHOLE_TO = BigDecimal.valueOf(120);
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.6");

    private final Database database;
    private final OverrideGate gate;

    HoldingsGuard(Database database, OverrideGate gate) {
        this.database = database;
        this.gate = gate;
    }

    /** @param weight in per cent, null if unknown */
    private record Stored(
            int positions,
            @Nullable BigDecimal weight,
            @Nullable LocalDate day) {}

    /** The answer, or a failed one with the reason. */
    Answer<HeldPosition> believed(HoldingsSearch.Found found) throws SQLException {
        if (!(found.answer() instanceof Answer.Rows<HeldPosition>(List<HeldPosition> rows))) {
            return found.answer();
        }
        Optional<Stored> stored = stored(found);
        Optional<String> objection = stored.isEmpty() ? Optional.empty() : objection(found, rows, stored.get());
        return objection.isPresent() ? Answer.failed(Failure.IMPLAUSIBLE, objection.get()) : found.answer();
    }

    private Optional<String> objection(HoldingsSearch.Found found, List<HeldPosition> rows, Stored stored) {
        String fund = found.fund().ticker().symbol();
        Optional<LocalDate> day =
                rows.stream().flatMap(row -> day(row.updatedAt()).stream()).max(Comparator.naturalOrder());
        LocalDate before = stored.day();
        if (before != null && day.filter(before::isAfter).isPresent()) {
            return gate.objection(
                    Guard.STALE,
                    fund,
                    "%s: %s gives the holdings of %s, but those of %s are stored"
                            .formatted(fund, found.source(), day.get(), before));
        }
        BigDecimal weight = weight(rows);
        boolean half = stored.positions() >= FEWEST_POSITIONS && rows.size() * 2 <= stored.positions();
        boolean light = rows.size() < stored.positions()
                && isWhole(stored.weight())
                && weight.compareTo(Objects.requireNonNull(stored.weight()).multiply(LEAST_SHARE)) < 0;
        return half || light
                ? gate.objection(
                        Guard.SHORT,
                        fund,
                        "%s: %s gives %d positions with %s %% of the weight, but %d positions are stored"
                                .formatted(
                                        fund,
                                        found.source(),
                                        rows.size(),
                                        weight.stripTrailingZeros().toPlainString(),
                                        stored.positions()))
                : Optional.empty();
    }

    private static boolean isWhole(@Nullable BigDecimal weight) {
        return weight != null && weight.compareTo(WHOLE_FROM) >= 0 && weight.compareTo(WHOLE_TO) <= 0;
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

    private Optional<Stored> stored(HoldingsSearch.Found found) throws SQLException {
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
                .first(row -> new Stored(
                        row.getInt("positions"), row.getBigDecimal("weight"), row.getObject("day", LocalDate.class))));
    }
}
