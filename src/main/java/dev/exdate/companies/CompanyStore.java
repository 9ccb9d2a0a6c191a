package dev.exdate.companies;

import dev.exdate.companies.CompanyFinding.Outcome;
import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.database.Sql;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Symbols without a company, and the findings about them. */
final class CompanyStore {
    private static final String WITHOUT = "coalesce(btrim(s.company), '') = ''";

    private static final String ONLY_NAMED = "s.description IS NULL AND a.symbol IS NULL";

    private final Database database;
    private final BulkWriter writer;
    private final Clock clock;
    private final Table<CompanyFinding> stocks;
    private final Table<CompanyFinding> attempts;

    CompanyStore(Database database, BulkWriter writer, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.clock = clock;
        this.stocks = new Table<>(
                "public.raw_stocks",
                List.of(
                        Column.text("symbol", it -> it.due().ticker().symbol()),
                        Column.text("company", it -> it.facts().company()),
                        Column.text("description", it -> it.facts().description()),
                        Column.text("sector", it -> it.facts().sector()),
                        Column.text("industry", it -> it.facts().industry()),
                        Column.numeric("expense_ratio", it -> it.facts().expenseRatio()),
                        Column.numeric("aum", it -> it.facts().aum()),
                        // the listing directories know better where a symbol is listed
                        Column.text(
                                "exchange",
                                it -> it.due().exchange() == null ? it.facts().exchange() : null),
                        new Column<>(
                                "market_cap", "bigint", it -> whole(it.facts().marketCap()))),
                List.of("symbol"),
                Table.Duplicates.lastWins());
        this.attempts = new Table<>(
                "exdate.company_attempt",
                List.of(
                        Column.text("symbol", it -> it.due().ticker().symbol()),
                        new Column<>("last_attempt_at", "timestamptz", it -> clock.instant()),
                        new Column<>("attempts", "integer", CompanyFinding::emptyAnswers),
                        Column.text("last_outcome", it -> it.outcome().name().toLowerCase(Locale.ROOT))),
                List.of("symbol"),
                Table.Duplicates.lastWins());
    }

    private static @Nullable BigDecimal whole(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(0, RoundingMode.HALF_UP);
    }

    /**
     * Symbols without a company, those without an attempt first, then the oldest attempt. After an empty answer a symbol
     * pauses for a day, then a week, then a month, each a few hours shorter, so that a nightly run that starts a bit earlier
     * still finds it.
     *
     * @param details whether those follow whose company a list has named and that were never asked for by themselves
     */
    List<DueCompany> due(int limit, boolean details) throws SQLException {
        return symbols(
                """
                WHERE (%1$s
                       AND (a.symbol IS NULL
                            OR a.last_attempt_at + CASE WHEN a.attempts <= 1 THEN interval '20 hours'
                                                        WHEN a.attempts = 2 THEN interval '164 hours'
                                                        ELSE interval '716 hours' END <= :now)
                       OR :details AND %3$s)
                  AND NOT EXISTS (SELECT FROM %2$s e WHERE e.symbol = s.symbol)
                ORDER BY NOT %1$s, a.last_attempt_at NULLS FIRST, s.symbol
                LIMIT :limit
                """.formatted(WITHOUT, Exclusions.IN_FORCE, ONLY_NAMED),
                query -> query.bind("now", clock.instant())
                        .bind("details", details)
                        .bind("limit", limit));
    }

    /** All that no request is needed for, however recently they were tried. */
    List<DueCompany> withoutCompany() throws SQLException {
        return symbols(
                "WHERE %s AND NOT EXISTS (SELECT FROM %s e WHERE e.symbol = s.symbol) ORDER BY s.symbol"
                        .formatted(WITHOUT, Exclusions.IN_FORCE),
                query -> query);
    }

    /** Those whose company a list has named and that were never asked for by themselves. */
    List<DueCompany> withoutDetails() throws SQLException {
        return symbols("""
                WHERE NOT (%s) AND %s AND NOT EXISTS (SELECT FROM %s e WHERE e.symbol = s.symbol) ORDER BY s.symbol
                """.formatted(WITHOUT, ONLY_NAMED, Exclusions.IN_FORCE), query -> query);
    }

    /** These symbols, even if tried recently, if they have no company yet. */
    List<DueCompany> named(List<String> symbols) throws SQLException {
        return symbols("""
                WHERE coalesce(btrim(s.company), '') = '' AND s.symbol = ANY (:symbols::text[]) ORDER BY s.symbol
                """, query -> query.bindArray("symbols", "text", symbols));
    }

    private List<DueCompany> symbols(String condition, UnaryOperator<Sql> bound) throws SQLException {
        String sql = """
                SELECT s.symbol, s.name, s.exchange,
                       s.type IS NOT DISTINCT FROM 'etf' OR s.investment_strategy IS NOT NULL AS fund,
                       coalesce(a.attempts, 0) AS attempts
                FROM public.raw_stocks s
                LEFT JOIN exdate.company_attempt a USING (symbol)
                """ + condition;
        return database.reading(handle -> {
            List<DueCompany> due = new ArrayList<>();
            bound.apply(handle.sql(sql)).each(row -> {
                String symbol = row.getString("symbol");
                if (Ticker.isValid(symbol)) {
                    due.add(new DueCompany(
                            new Ticker(symbol),
                            row.getString("name"),
                            row.getString("exchange"),
                            row.getBoolean("fund"),
                            row.getInt("attempts")));
                }
            });
            return due;
        });
    }

    long without() throws SQLException {
        return database.reading(handle -> handle.sql("SELECT count(*) FROM public.raw_stocks WHERE company IS NULL")
                .one(row -> row.getLong(1)));
    }

    /** What lists state: no attempt for the symbol itself. */
    Written saveListed(List<CompanyFinding> findings) throws SQLException {
        return database.inTransaction(handle -> writer.write(handle, stocks, findings));
    }

    Written save(List<CompanyFinding> findings) throws SQLException {
        return database.inTransaction(handle -> {
            writer.write(handle, attempts, findings);
            return writer.write(
                    handle,
                    stocks,
                    findings.stream().filter(it -> it.outcome() == Outcome.DATA).toList());
        });
    }
}
