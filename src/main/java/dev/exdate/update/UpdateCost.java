package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.market.TradingCalendar;
import dev.exdate.source.yahoo.YahooClient;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the update would ask for now.
 *
 * @param closes requests for the newest closes of many symbols each
 * @param charts requests for one symbol each
 * @param due symbols with anything due
 * @param lists requests for whole days and parts of calendars, where a source has these
 * @param apart symbols whose span is too long for such lists
 */
public record UpdateCost(long closes, long charts, long due, long lists, long apart) {
    /** Sessions that are read again before the newest stored one. */
    private static final int OVERLAP = 6;

    /** Days of dividends that are read again. */
    private static final int DAYS_OF_EVENTS = 36;

    /** Requests of a symbol by itself to a source with one request a kind. */
    public static final int KINDS = 4;

    /** Without any request. */
    public static UpdateCost of(Database database, TradingCalendar calendar, LocalDate marketDay, Instant now)
            throws SQLException {
        MarketProgress horizon = MarketProgress.of(calendar, marketDay, now);
        List<SymbolFacts> facts = new PlanFacts(database, calendar, horizon).read(Set.of(), false);
        NightPlan turns = NightPlan.ofTurns(facts, calendar.isTradingDay(marketDay));
        long due = facts.stream().filter(it -> !it.due().isEmpty()).count();
        int sessions = facts.stream()
                .filter(it -> !it.due().isEmpty() && it.unseen() <= RouteRule.SESSIONS_COVERED)
                .mapToInt(SymbolFacts::unseen)
                .max()
                .orElse(0);
        long apart = facts.stream()
                .filter(it -> !it.due().isEmpty() && it.unseen() > RouteRule.SESSIONS_COVERED)
                .count();
        long lists = due == apart ? 0 : sessions + OVERLAP + 2L * (DAYS_OF_EVENTS / FmpEvents.DAYS + 1);
        return new UpdateCost(
                turns.sparks(YahooClient.SPARK_SYMBOLS), turns.charts(), due, Math.min(lists, KINDS * due), apart);
    }
}
