package dev.exdate.report.symbol;

import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.finding.Findings;
import dev.exdate.report.symbol.SymbolSheet.About;
import dev.exdate.report.symbol.SymbolSheet.Fresh;
import dev.exdate.report.symbol.SymbolSheet.Held;
import dev.exdate.report.symbol.SymbolSheet.Paid;
import dev.exdate.report.symbol.SymbolSheet.SplitDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is stored about a symbol, in one snapshot.
 *
 * @param today in New York
 * @param asOf what was believed at the end of this day; null for now
 */
public record SheetReader(
        Handle handle, LocalDate today, @Nullable LocalDate asOf) {
    private static final int PAYMENTS = 6;
    private static final int SPLITS = 5;
    private static final int HOLDINGS = 5;

    /** Empty if {@code raw_stocks} does not have it. */
    public Optional<SymbolSheet> read(String symbol) throws SQLException {
        Optional<About> about = about(symbol);
        if (about.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SymbolSheet(
                about.get(),
                new YieldReader(handle, day(), asOf != null).read(symbol),
                payments(symbol, "ex_date > :day", "ASC"),
                payments(symbol, "ex_date <= :day", "DESC"),
                splits(symbol),
                holdings(symbol),
                new Findings(handle).openAt(symbol, moment()),
                asOf == null ? freshness(symbol) : List.of()));
    }

    private LocalDate day() {
        return asOf == null ? today : asOf;
    }

    /** PostgreSQL's word for now, or the end of the day. */
    private String moment() {
        return asOf == null ? "now" : asOf.plusDays(1) + " 00:00 America/New_York";
    }

    private Optional<About> about(String symbol) throws SQLException {
        String sql = """
                SELECT symbol, coalesce(company, name, '') AS name, coalesce(exchange, '') AS exchange,
                       coalesce(type, '') AS type, coalesce(investment_strategy, '') AS strategy,
                       coalesce(currency, 'USD') AS currency
                FROM public.raw_stocks WHERE symbol = :symbol
                """;
        return handle.sql(sql)
                .bind("symbol", symbol)
                .first(row -> new About(
                        row.getString("symbol"),
                        row.getString("name"),
                        row.getString("exchange"),
                        row.getString("type"),
                        row.getString("strategy"),
                        row.getString("currency"),
                        asOf));
    }

    private List<Paid> payments(String symbol, String when, String order) throws SQLException {
        String sql = """
                SELECT ex_date, payment_date, trim_scale(amount) AS amount, kind, source, reason, confidence
                FROM exdate.distributions_as_of(:moment::timestamptz)
                WHERE symbol = :symbol AND %s
                ORDER BY ex_date %s, kind, nth LIMIT :most
                """.formatted(when, order);
        return handle.sql(sql)
                .bind("moment", moment())
                .bind("symbol", symbol)
                .bind("day", day())
                .bind("most", PAYMENTS)
                .list(row -> new Paid(
                        row.getObject("ex_date", LocalDate.class),
                        row.getObject("payment_date", LocalDate.class),
                        row.getBigDecimal("amount"),
                        row.getString("kind"),
                        row.getString("source"),
                        row.getString("reason"),
                        row.getBigDecimal("confidence")));
    }

    private List<SplitDay> splits(String symbol) throws SQLException {
        String sql = """
                SELECT split_date, trim_scale(numerator) AS new_shares, trim_scale(denominator) AS old_shares
                FROM public.raw_stock_splits
                WHERE symbol = :symbol AND (:now OR split_date <= :day) AND numerator > 0 AND denominator > 0
                ORDER BY split_date DESC LIMIT :most
                """;
        return of(sql, symbol)
                .bind("now", asOf == null)
                .bind("day", day())
                .bind("most", SPLITS)
                .list(row -> new SplitDay(
                        row.getObject("split_date", LocalDate.class),
                        row.getBigDecimal("new_shares"),
                        row.getBigDecimal("old_shares")));
    }

    /** Of a past day, the newest list until then. */
    private List<Held> holdings(String symbol) throws SQLException {
        String list =
                asOf == null ? "SELECT holdings, NULL::date AS day FROM public.raw_stocks WHERE symbol = :symbol" : """
                  SELECT holdings, date AS day FROM public.raw_holdings_history
                  WHERE symbol = :symbol AND date <= :day ORDER BY date DESC LIMIT 1""";
        String sql = """
                WITH list AS (%s)
                SELECT coalesce(one ->> 'asset', '') AS asset, coalesce(one ->> 'name', '') AS name,
                       (one ->> 'weightPercentage')::numeric AS weight
                FROM list CROSS JOIN jsonb_array_elements(CASE jsonb_typeof(holdings) WHEN 'array' THEN holdings END) AS one
                ORDER BY weight DESC NULLS LAST, asset LIMIT :most
                """.formatted(list);
        Sql query = of(sql, symbol).bind("most", HOLDINGS);
        return (asOf == null ? query : query.bind("day", asOf))
                .list(row -> new Held(row.getString("asset"), row.getString("name"), row.getBigDecimal("weight")));
    }

    private List<Fresh> freshness(String symbol) throws SQLException {
        String sql = """
                SELECT kind, last_success_at, last_outcome, coalesce(source, '') AS source FROM exdate.freshness
                WHERE symbol = :symbol
                ORDER BY array_position(ARRAY['prices', 'dividends', 'splits', 'company', 'holdings'], kind)
                """;
        return of(sql, symbol)
                .list(row -> new Fresh(
                        row.getString("kind"), instant(row), row.getString("last_outcome"), row.getString("source")));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("last_success_at");
        return at == null ? null : at.toInstant();
    }

    private Sql of(String sql, String symbol) {
        return handle.sql(sql).bind("symbol", symbol);
    }
}
