package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.database.Sql;
import dev.exdate.market.Ticker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which symbols are due for which kinds: those of {@code raw_stocks} that are not excluded, judged by the last success
 * of each kind, with their stored data. An exclusion holds until its {@code retry_after}; without one, for ever if a
 * person made it, for 30 days if a program did.
 */
final class DueSymbols {
    private static final int PAGE = 1000;

    private static final String ASKED = """
            with asked as (
                select s.symbol, k.kind, f.last_success_at
                from raw_stocks s
                cross join unnest(:kinds::text[], :since::timestamptz[], :sessions::date[]) as k(kind, fresh_since, session)
                left join exdate.freshness f on f.symbol = s.symbol and f.kind = k.kind
                where :all or (
                    (f.last_success_at is null or f.last_success_at < k.fresh_since or f.session < k.session)
                    and not exists (select from %s x where x.symbol = s.symbol)
                )
            )
            """.formatted(Exclusions.IN_FORCE);

    private final Database database;
    private final Map<DataKind, FreshSince> fresh;
    private final Set<Ticker> chosen;
    private final Of of;

    /** What counts as due for chosen symbols. */
    enum Of {
        /** Everything, fresh or not, excluded or not, because a person asked for it. */
        ALL_CHOSEN,
        /** What they lack. */
        DUE_ONES
    }

    /**
     * @param fresh the wanted kinds, each with the condition for a success to count
     * @param chosen only these; empty for all that are due
     */
    DueSymbols(Database database, Map<DataKind, FreshSince> fresh, Set<Ticker> chosen, Of of) {
        this.database = database;
        this.fresh = fresh;
        this.chosen = chosen;
        this.of = of;
    }

    DueCounts count() throws SQLException {
        String sql = ASKED + """
                select (select count(*) from raw_stocks) as known,
                       (select count(*) from raw_stocks s
                        where exists (select from %s x where x.symbol = s.symbol)) as excluded,
                       (select count(distinct symbol) from asked
                        where kind <> 'company' and (not :narrowed or symbol = any(:chosen::text[]))) as due,
                       (select count(distinct symbol) from asked
                        where kind = 'company' and (not :narrowed or symbol = any(:chosen::text[]))) as companies
                """.formatted(Exclusions.IN_FORCE);
        return database.reading(handle -> asked(handle.sql(sql))
                .one(row -> new DueCounts(
                        row.getLong("known"), row.getLong("excluded"), row.getLong("due"), row.getLong("companies"))));
    }

    /**
     * All due symbols in order, read page by page, so that memory stays bounded and no transaction stays open during
     * the hour of requests.
     */
    void feed(Conveyor.Belt<DueSymbol> belt) throws SQLException, InterruptedException {
        String after = "";
        while (true) {
            List<DueSymbol> page = page(after);
            for (DueSymbol symbol : page) {
                belt.put(symbol);
            }
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().ticker().symbol();
        }
    }

    private List<DueSymbol> page(String after) throws SQLException {
        String sql = ASKED + """
                , due as (
                    select symbol, array_agg(kind) as kinds from asked
                    where kind <> 'company' and symbol > :after and (not :narrowed or symbol = any(:chosen::text[]))
                    group by symbol order by symbol limit :page
                )
                select due.symbol, due.kinds, first.date as first_price, paid.ex_date as last_dividend,
                       events.last_success_at as events_read, tail.dates, tail.closes, tail.adj_closes, tail.source,
                       payouts.ex_dates, payouts.amounts, payouts.sources, splits.split_dates, splits.numerators, splits.denominators
                from due
                left join lateral (
                    select date from raw_stock_prices p where p.symbol = due.symbol order by date limit 1
                ) first on true
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
                        select ex_date, amount, lower(source) as source from raw_dividends d
                        where d.symbol = due.symbol and amount > 0 order by ex_date desc limit :payouts
                    ) newest
                ) payouts on true
                left join lateral (
                    select array_agg(split_date) as split_dates, array_agg(numerator) as numerators,
                           array_agg(denominator) as denominators
                    from raw_stock_splits s
                    where s.symbol = due.symbol and numerator is not null and denominator is not null
                ) splits on true
                left join exdate.freshness events on events.symbol = due.symbol and events.kind = 'dividends'
                order by due.symbol
                """;
        return database.reading(handle -> asked(handle.sql(sql))
                .bind("after", after)
                .bind("page", PAGE)
                .bind("tail", DueSymbol.TAIL)
                .bind("payouts", DueSymbol.PAYOUTS)
                .list(row -> symbol(row)));
    }

    private Sql asked(Sql query) {
        List<FreshSince> bounds = List.copyOf(fresh.values());
        return query.bindArray(
                        "kinds",
                        "text",
                        fresh.keySet().stream().map(DataKind::id).toList())
                .bindArray(
                        "since",
                        "timestamptz",
                        bounds.stream().map(FreshSince::since).toList())
                .bindArray(
                        "sessions",
                        "date",
                        bounds.stream().map(FreshSince::session).toList())
                .bind("all", !chosen.isEmpty() && of == Of.ALL_CHOSEN)
                .bind("narrowed", !chosen.isEmpty())
                .bindArray("chosen", "text", chosen.stream().map(Ticker::symbol).toList());
    }

    private static DueSymbol symbol(ResultSet row) throws SQLException {
        Set<DataKind> kinds = EnumSet.noneOf(DataKind.class);
        for (String kind : (String[]) row.getArray("kinds").getArray()) {
            kinds.add(DataKind.of(kind));
        }
        return new DueSymbol(
                Ticker.of(row.getString("symbol")),
                kinds,
                row.getObject("first_price", LocalDate.class),
                row.getObject("last_dividend", LocalDate.class),
                day(row.getTimestamp("events_read")),
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
