package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.market.Ticker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the stored data of the symbols of a plan. */
final class DueSymbols {
    private static final int PAGE = 1000;

    private final Database database;
    private final NightPlan plan;
    private final int atOnce;
    private final LocalDate marketDay;

    /** @param atOnce symbols of one request for newest closes */
    DueSymbols(Database database, NightPlan plan, int atOnce, LocalDate marketDay) {
        this.database = database;
        this.plan = plan;
        this.atOnce = atOnce;
        this.marketDay = marketDay;
    }

    /**
     * What is asked for together: one symbol's chart, or the newest closes of many.
     *
     * @param sparked whether the newest closes may do
     */
    record Batch(List<DueSymbol> symbols, boolean sparked) {}

    /**
     * All symbols in the plan's order, read page by page, so that memory stays bounded and no transaction stays open
     * during the hour of requests.
     */
    void feed(Conveyor.Belt<Batch> belt) throws SQLException, InterruptedException {
        List<NightPlan.Planned> symbols = plan.symbols();
        for (int i = 0; i < symbols.size(); i += PAGE) {
            List<NightPlan.Planned> page = symbols.subList(i, Math.min(symbols.size(), i + PAGE));
            Map<String, DueSymbol> read = read(page).stream()
                    .collect(Collectors.toMap(due -> due.ticker().symbol(), Function.identity()));
            List<DueSymbol> closes = new ArrayList<>();
            for (NightPlan.Planned planned : page) {
                DueSymbol due = read.get(planned.symbol());
                if (due != null && planned.route() == Route.SPARK) {
                    closes.add(due);
                } else if (due != null) {
                    belt.put(new Batch(List.of(due), false));
                }
                if (closes.size() == atOnce) {
                    belt.put(new Batch(List.copyOf(closes), true));
                    closes.clear();
                }
            }
            if (!closes.isEmpty()) {
                belt.put(new Batch(closes, true));
            }
        }
    }

    private List<DueSymbol> read(List<NightPlan.Planned> page) throws SQLException {
        String sql = """
                select due.symbol, first.date as first_price, paid.ex_date as last_dividend,
                       events.symbol is not null and prices.last_success_at is not null as events_asked, events.last_success_at as events_read, bare.date as bare,
                       tail.dates, tail.closes, tail.adj_closes, tail.source,
                       payouts.ex_dates, payouts.amounts, payouts.sources, splits.split_dates, splits.numerators, splits.denominators
                from unnest(:symbols::text[]) as due (symbol)
                left join lateral (
                    select date from raw_stock_prices p where p.symbol = due.symbol order by date limit 1
                ) first on true
                left join lateral (
                    select min(date) as date from raw_stock_prices p
                    where p.symbol = due.symbol and (p.open is null or p.high is null or p.low is null) and date > :market_day::date - :bare_days
                ) bare on true
                left join lateral (
                    select max(ex_date) as ex_date from raw_dividends d where d.symbol = due.symbol
                ) paid on true
                left join lateral (
                    select array_agg(date order by date) as dates, array_agg(close order by date) as closes,
                           array_agg(adj_close order by date) as adj_closes,
                           (array_agg(source order by date desc))[1] as source
                    from (
                        select date, coalesce(close, price) as close, adj_close, lower(source) as source
                        from raw_stock_prices p where p.symbol = due.symbol order by date desc limit :tail
                    ) newest
                ) tail on true
                left join lateral (
                    select array_agg(ex_date) as ex_dates, array_agg(amount) as amounts, array_agg(source) as sources
                    from (
                        (select s.ex_date, sum(s.amount) as amount, s.source from exdate.statement s
                         where s.symbol = due.symbol and s.source in ('fmp', 'yahoo', 'alphavantage') and s.amount > 0
                           and s.superseded_at = 'infinity' and s.withdrawn_at = 'infinity'
                           and s.ex_date <= :market_day::date
                         group by s.ex_date, s.source order by s.ex_date desc limit :payouts)
                        union all
                        (select r.ex_date, r.amount, lower(r.source) from raw_dividends r
                         where r.symbol = due.symbol and r.amount > 0 and not exists (
                             select from exdate.statement s
                             where s.symbol = r.symbol and s.ex_date = r.ex_date
                               and s.source in ('fmp', 'yahoo', 'alphavantage'))
                         order by r.ex_date desc limit :payouts)
                    ) newest
                ) payouts on true
                left join lateral (
                    select array_agg(split_date) as split_dates, array_agg(numerator) as numerators,
                           array_agg(denominator) as denominators
                    from raw_stock_splits s
                    where s.symbol = due.symbol and numerator is not null and denominator is not null
                ) splits on true
                left join exdate.freshness events on events.symbol = due.symbol and events.kind = 'dividends'
                left join exdate.freshness prices on prices.symbol = due.symbol and prices.kind = 'prices'
                """;
        Map<String, NightPlan.Planned> planned =
                page.stream().collect(Collectors.toMap(NightPlan.Planned::symbol, Function.identity()));
        return database.reading(handle -> handle.sql(sql)
                .bindArray("symbols", "text", planned.keySet())
                .bind("market_day", marketDay)
                .bind("bare_days", BareBars.DAYS)
                .bind("tail", DueSymbol.TAIL)
                .bind("payouts", DueSymbol.PAYOUTS)
                .list(row -> symbol(row, planned)));
    }

    private static DueSymbol symbol(ResultSet row, Map<String, NightPlan.Planned> planned) throws SQLException {
        String symbol = row.getString("symbol");
        return new DueSymbol(
                Ticker.of(symbol),
                Objects.requireNonNull(planned.get(symbol)).kinds(),
                row.getObject("first_price", LocalDate.class),
                row.getObject("last_dividend", LocalDate.class),
                new DueSymbol.EventsRead(row.getBoolean("events_asked"), day(row.getTimestamp("events_read"))),
                row.getObject("bare", LocalDate.class),
                StoredColumns.tail(row),
                row.getString("source"),
                StoredColumns.paid(row),
                StoredColumns.splits(row));
    }

    private static @Nullable LocalDate day(java.sql.@Nullable Timestamp instant) {
        return instant == null
                ? null
                : instant.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
