package dev.exdate.payment;

import dev.exdate.database.Handle;
import dev.exdate.truth.EventDay;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is paid to symbols by what sources say now: a day is judged by those around it.
 *
 * @param symbols by symbol and ex-date, in order
 */
record Neighbours(Map<String, TreeMap<LocalDate, List<Stated>>> symbols) {
    /** Whose answer about a symbol is its history; the others list days of many symbols. */
    private static final List<String> HISTORIES = List.of("yahoo", "fmp", "alphavantage", "yieldmax");

    /**
     * What a source says is paid on a day.
     *
     * @param single whether it is one regular payment
     * @param read which days its answers cover; null if it lists no history
     */
    record Stated(
            String source,
            BigDecimal total,
            boolean single,
            @Nullable Covered read) {}

    /** The last answer begins with {@code since}; the last whole one had all from {@code wholeSince} to {@code wholeAt}. */
    record Covered(LocalDate since, LocalDate wholeSince, LocalDate wholeAt) {
        boolean has(LocalDate day) {
            return !day.isBefore(since) || !day.isBefore(wholeSince) && day.isBefore(wholeAt);
        }
    }

    static Neighbours of(Handle handle, Collection<String> symbols) throws SQLException {
        String sql = """
                SELECT s.symbol, s.ex_date, s.source, sum(s.amount) AS total,
                       count(*) = 1 AND min(s.kind) = 'regular' AS single, max(r.since) AS since,
                       max(r.whole_since) AS whole_since, max(r.whole_at)::date AS whole_at
                FROM exdate.statement s
                LEFT JOIN exdate.reading r ON r.id = s.reading AND s.source = ANY (:histories::text[])
                WHERE s.symbol = ANY (:symbols::text[]) AND s.superseded_at = 'infinity'
                  AND s.withdrawn_at = 'infinity' AND s.event_type = 'distribution' AND s.amount > 0
                  AND s.kind <> 'stock' AND s.source <> 'person'
                GROUP BY s.symbol, s.ex_date, s.source
                """;
        Map<String, TreeMap<LocalDate, List<Stated>>> all = new HashMap<>();
        handle.sql(sql)
                .bindArray("symbols", "text", List.copyOf(symbols))
                .bindArray("histories", "text", HISTORIES)
                .each(row -> all.computeIfAbsent(row.getString("symbol"), any -> new TreeMap<>())
                        .computeIfAbsent(row.getObject("ex_date", LocalDate.class), any -> new ArrayList<>())
                        .add(stated(row)));
        return new Neighbours(all);
    }

    private static Stated stated(ResultSet row) throws SQLException {
        LocalDate since = row.getObject("since", LocalDate.class);
        return new Stated(
                row.getString("source"),
                row.getBigDecimal("total"),
                row.getBoolean("single"),
                since == null
                        ? null
                        : new Covered(
                                since,
                                row.getObject("whole_since", LocalDate.class),
                                row.getObject("whole_at", LocalDate.class)));
    }

    TreeMap<LocalDate, List<Stated>> of(String symbol) {
        return symbols.getOrDefault(symbol, new TreeMap<>());
    }

    /** Sources that list payments before and after the day, and have read it, but not its payment. */
    List<String> lacking(EventDay day) {
        TreeMap<LocalDate, List<Stated>> days = of(day.symbol());
        List<String> stating = days.getOrDefault(day.exDate(), List.of()).stream()
                .map(Stated::source)
                .toList();
        return HISTORIES.stream()
                .filter(source -> !stating.contains(source))
                .filter(source ->
                        covers(days.headMap(day.exDate(), false).descendingMap().values(), source, day.exDate()))
                .filter(source -> covers(days.tailMap(day.exDate()).values(), source, day.exDate()))
                .toList();
    }

    /** By its nearest statement. */
    private static boolean covers(Collection<List<Stated>> days, String source, LocalDate day) {
        return days.stream()
                .flatMap(List::stream)
                .filter(one -> one.source().equals(source))
                .findFirst()
                .map(Stated::read)
                .filter(read -> read.has(day))
                .isPresent();
    }
}
