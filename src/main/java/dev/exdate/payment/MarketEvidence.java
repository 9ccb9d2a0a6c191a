package dev.exdate.payment;

import dev.exdate.database.Handle;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.truth.DayBelief;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Evidence;
import dev.exdate.truth.MarketWitness;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What prices say of the days whose statements differ or are doubted. They are read for these days only.
 *
 * @param doubted days of which a source may list too much
 */
record MarketEvidence(Handle handle, SplitHistory splits, Set<EventDay> doubted) {
    /** So many sessions show how far a share moves on other days. */
    private static final int SESSIONS = 63;

    /** Adds the market's word where it has one. */
    void add(Map<EventDay, List<DayBelief.Said>> days, Map<EventDay, Evidence> evidence) throws SQLException {
        List<EventDay> asked = days.entrySet().stream()
                .filter(day -> doubted.contains(day.getKey()) || differ(day.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        for (Map.Entry<EventDay, PriceBars> bars : bars(asked).entrySet()) {
            EventDay day = bars.getKey();
            MarketWitness.of(bars.getValue(), day.exDate())
                    .ifPresent(witness -> evidence.computeIfPresent(
                            day,
                            (any, known) -> known.with((BigDecimal cash) -> BigDecimal.valueOf(
                                    witness.odds(splits.adjusted(day, cash).doubleValue())))));
        }
    }

    private static boolean differ(List<DayBelief.Said> said) {
        return said.stream()
                        .map(DayBelief.Said::statement)
                        .map(Statement::amount)
                        .filter(amount -> amount != null)
                        .map(BigDecimal::stripTrailingZeros)
                        .distinct()
                        .count()
                > 1;
    }

    private Map<EventDay, PriceBars> bars(Collection<EventDay> days) throws SQLException {
        String sql = """
                SELECT d.symbol, d.ex_date, p.date, p.open, coalesce(p.close, p.price) AS close
                FROM unnest(:symbols::text[], :days::date[]) AS d (symbol, ex_date)
                CROSS JOIN LATERAL (
                    (SELECT date, open, close, price FROM public.raw_stock_prices b
                     WHERE b.symbol = d.symbol AND b.date < d.ex_date ORDER BY date DESC LIMIT :sessions)
                    UNION ALL
                    (SELECT date, open, close, price FROM public.raw_stock_prices b
                     WHERE b.symbol = d.symbol AND b.date >= d.ex_date ORDER BY date LIMIT 1)
                ) p
                ORDER BY d.symbol, d.ex_date, p.date
                """;
        Map<EventDay, List<PriceBar>> bars = new HashMap<>();
        if (!days.isEmpty()) {
            Statements.days(handle.sql(sql), days)
                    .bind("sessions", SESSIONS)
                    .each(row -> bars.computeIfAbsent(Undecided.day(row), any -> new ArrayList<>())
                            .add(new PriceBar(
                                    row.getObject("date", LocalDate.class),
                                    row.getBigDecimal("open"),
                                    null,
                                    null,
                                    row.getBigDecimal("close"),
                                    null,
                                    null)));
        }
        Map<EventDay, PriceBars> read = new HashMap<>();
        bars.forEach((day, list) -> read.put(day, PriceBars.of(list)));
        return read;
    }
}
