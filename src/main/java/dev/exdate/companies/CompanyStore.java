package dev.exdate.companies;

import dev.exdate.companies.CompanyFinding.Outcome;
import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Symbols without a company, and what was found of them. */
final class CompanyStore {
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
     * Never tried ones first, then the oldest attempt. After an empty answer a symbol rests a day, then a week, then a
     * month, each a few hours short so that a nightly run that begins earlier than the last one finds it.
     */
    List<DueCompany> due(int limit) throws SQLException {
        return symbols("""
                WHERE (s.company IS NULL OR btrim(s.company) = '')
                  AND (a.symbol IS NULL
                       OR a.last_attempt_at + CASE WHEN a.attempts <= 1 THEN interval '20 hours'
                                                   WHEN a.attempts = 2 THEN interval '164 hours'
                                                   ELSE interval '716 hours' END <= ?)
                  AND NOT EXISTS (SELECT FROM %s e WHERE e.symbol = s.symbol)
                ORDER BY a.last_attempt_at NULLS FIRST, s.symbol
                LIMIT ?
                """.formatted(Exclusions.IN_FORCE), query -> {
            query.setTimestamp(1, Timestamp.from(clock.instant()));
            query.setInt(2, limit);
        });
    }

    /** These, however lately they were tried, as far as they have no company yet. */
    List<DueCompany> named(List<String> symbols) throws SQLException {
        return symbols("""
                WHERE (s.company IS NULL OR btrim(s.company) = '') AND s.symbol = ANY (?::text[]) ORDER BY s.symbol
                """, query -> query.setArray(1, query.getConnection().createArrayOf("text", symbols.toArray())));
    }

    private interface Parameters {
        void set(PreparedStatement query) throws SQLException;
    }

    private List<DueCompany> symbols(String condition, Parameters parameters) throws SQLException {
        String sql = """
                SELECT s.symbol, s.name, s.exchange,
                       s.type IS NOT DISTINCT FROM 'etf' OR s.investment_strategy IS NOT NULL AS fund,
                       coalesce(a.attempts, 0) AS attempts
                FROM public.raw_stocks s
                LEFT JOIN exdate.company_attempt a USING (symbol)
                """ + condition;
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                parameters.set(query);
                try (ResultSet row = query.executeQuery()) {
                    List<DueCompany> due = new ArrayList<>();
                    while (row.next()) {
                        String symbol = row.getString("symbol");
                        if (Ticker.isValid(symbol)) {
                            due.add(new DueCompany(
                                    new Ticker(symbol),
                                    row.getString("name"),
                                    row.getString("exchange"),
                                    row.getBoolean("fund"),
                                    row.getInt("attempts")));
                        }
                    }
                    return due;
                }
            }
        });
    }

    long without() throws SQLException {
        return database.reading(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT count(*) FROM public.raw_stocks WHERE company IS NULL")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    Written save(List<CompanyFinding> findings) throws SQLException {
        return database.inTransaction(connection -> {
            writer.write(connection, attempts, findings);
            return writer.write(
                    connection,
                    stocks,
                    findings.stream().filter(it -> it.outcome() == Outcome.DATA).toList());
        });
    }
}
