package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the plan needs to know about all symbols of {@code raw_stocks} that are not excluded. An exclusion holds
 * until its {@code retry_after}; without one, for ever if a person made it, for 30 days if a program did.
 */
final class PlanFacts {
    /**
     * Sessions before and after an ex-date. Before it, one reading does, which is the week's; after it, the chart is read
     * until it has the dividend.
     */
    private static final int NEAR = 3;

    /** More sessions are never counted. */
    private static final int FAR = 60;

    private final Database database;
    private final TradingCalendar calendar;
    private final MarketProgress horizon;
    private final Map<LocalDate, Integer> sessionsSince = new HashMap<>();

    PlanFacts(Database database, TradingCalendar calendar, MarketProgress horizon) {
        this.database = database;
        this.calendar = calendar;
        this.horizon = horizon;
    }

    /**
     * By symbol.
     *
     * @param chosen only these; empty for all
     * @param all whether everything counts as due, fresh or not, excluded or not, because a person asked for it
     */
    List<SymbolFacts> read(Set<Ticker> chosen, boolean all) throws SQLException {
        String sql = """
                with near as materialized (
                    select symbol, ex_date from exdate.distribution
                    where valid_to = 'infinity' and status in ('announced', 'declared', 'gone_ex')
                      and ex_date between :first and :last
                    union
                    select symbol, ex_date from exdate.undecided where ex_date between :first and :last
                )
                select s.symbol,
                       :all or coalesce(p.last_success_at is null or p.last_success_at < :prices_since
                                        or p.session < :session, false) as prices_due,
                       :all or coalesce(d.last_success_at is null or d.last_success_at < :events_since
                                        or d.session < :session, false) as dividends_due,
                       :all or coalesce(x.last_success_at is null or x.last_success_at < :events_since
                                        or x.session < :session, false) as splits_due,
                       'failed' in (p.last_outcome, d.last_outcome, x.last_outcome) as failed,
                       (select max(date) from raw_stock_prices b where b.symbol = s.symbol) as newest,
                       p.session as prices_session,
                       coalesce(d.session, (d.last_success_at at time zone 'America/New_York')::date) as events_session,
                       (select max(ex_date) from raw_dividends v where v.symbol = s.symbol) >= :payer_since as payer,
                       exists (
                           select from near n
                           where n.symbol = s.symbol
                             and case when n.ex_date > :session
                                      then d.session is null or d.session < :lately
                                      else d.session is null or d.session < n.ex_date
                                           or not exists (select from raw_dividends v
                                                          where v.symbol = s.symbol and v.ex_date = n.ex_date) end) as near
                from raw_stocks s
                left join exdate.freshness p on p.symbol = s.symbol and p.kind = 'prices'
                left join exdate.freshness d on d.symbol = s.symbol and d.kind = 'dividends'
                left join exdate.freshness x on x.symbol = s.symbol and x.kind = 'splits'
                where (not :narrowed or s.symbol = any(:chosen::text[]))
                  and (:all or not exists (select from %s e where e.symbol = s.symbol))
                order by s.symbol
                """.formatted(Exclusions.IN_FORCE);
        return database.reading(handle -> handle.sql(sql)
                .bind("first", sessions(horizon.lastSession(), -NEAR))
                .bind("last", sessions(horizon.lastSession(), NEAR))
                .bind("lately", sessions(horizon.lastSession(), 1 - NEAR))
                .bind("all", all)
                .bind("session", horizon.lastSession())
                .bind("prices_since", horizon.fresh(DataKind.PRICES).since())
                .bind("events_since", horizon.fresh(DataKind.DIVIDENDS).since())
                .bind("payer_since", horizon.marketDay().minusDays(DueSymbol.LONGEST_PAUSE))
                .bind("narrowed", !chosen.isEmpty())
                .bindArray("chosen", "text", chosen.stream().map(Ticker::symbol).toList())
                .list(row -> facts(row)));
    }

    private SymbolFacts facts(ResultSet row) throws SQLException {
        LocalDate newest = row.getObject("newest", LocalDate.class);
        LocalDate asked = row.getObject("prices_session", LocalDate.class);
        LocalDate seen = newest == null || asked != null && asked.isAfter(newest) ? asked : newest;
        return new SymbolFacts(
                row.getString("symbol"),
                row.getBoolean("prices_due"),
                row.getBoolean("dividends_due"),
                row.getBoolean("splits_due"),
                newest == null ? SymbolFacts.NEVER : since(seen),
                since(row.getObject("events_session", LocalDate.class)),
                row.getBoolean("failed"),
                row.getBoolean("payer"),
                row.getBoolean("near"));
    }

    /** Closed sessions after the day. */
    private int since(@Nullable LocalDate day) {
        return day == null ? SymbolFacts.NEVER : sessionsSince.computeIfAbsent(day, this::counted);
    }

    private int counted(LocalDate day) {
        int sessions = 0;
        LocalDate session = horizon.lastSession();
        while (session.isAfter(day) && sessions < FAR) {
            sessions++;
            session = calendar.previousTradingDay(session);
        }
        return sessions;
    }

    private LocalDate sessions(LocalDate from, int steps) {
        LocalDate day = from;
        for (int i = 0; i < Math.abs(steps); i++) {
            day = steps < 0 ? calendar.previousTradingDay(day) : calendar.nextTradingDay(day);
        }
        return day;
    }
}
