package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.format.Answer;
import dev.exdate.guard.ListLengths;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaq.ScreenerRow;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sector, industry and market value of all shares from the screener's one request; only what it knows is written. */
final class CompanyScreener {
    /** The one page it reads. */
    static final Unit UNIT = Unit.page("screener");

    private static final int KEPT_PERCENT = 50;

    private final NasdaqClient client;
    private final Database database;
    private final MarketProgress horizon;

    CompanyScreener(NasdaqClient client, Database database, MarketProgress horizon) {
        this.client = client;
        this.database = database;
        this.horizon = horizon;
    }

    void update(TaskContext context) throws SQLException, InterruptedException {
        switch (client.shares()) {
            case Answer.Failed<ScreenerRow> failed ->
                missed(context, "the screener failed, stored data unchanged: " + failed.message());
            case Answer.Nothing<ScreenerRow> ignored -> missed(context, "the screener is empty, stored data unchanged");
            case Answer.Rows<ScreenerRow>(List<ScreenerRow> rows) -> {
                Optional<String> objection = new ListLengths(database, context.gate(TaskName.UPDATE))
                        .objection("screener", context.marketDay(), rows.size(), KEPT_PERCENT);
                if (objection.isPresent()) {
                    missed(context, objection.get());
                    return;
                }
                context.log()
                        .line("✅ Companies complete: %d successful, 0 failed (%d of them changed)"
                                .formatted(rows.size(), store(rows)));
                context.ledger().had(UNIT);
            }
        }
    }

    private static void missed(TaskContext context, String trouble) {
        context.log().line("⚠️  Companies: " + trouble);
        context.ledger().failed(UNIT, trouble);
    }

    private int store(List<ScreenerRow> rows) throws SQLException {
        String update = """
                UPDATE public.raw_stocks s
                SET sector = coalesce(v.sector, s.sector), industry = coalesce(v.industry, s.industry),
                    market_cap = coalesce(v.market_cap, s.market_cap), name = coalesce(s.name, v.name)
                FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                    AS v (symbol, sector, industry, market_cap, name)
                WHERE s.symbol = v.symbol
                  AND (s.sector, s.industry, s.market_cap, s.name)
                      IS DISTINCT FROM (coalesce(v.sector, s.sector), coalesce(v.industry, s.industry),
                                        coalesce(v.market_cap, s.market_cap), coalesce(s.name, v.name))
                """;
        String freshness = """
                INSERT INTO exdate.freshness (symbol, kind, last_attempt_at, last_success_at, last_outcome, source, attempts, session)
                SELECT s.symbol, 'company', ?, ?, 'data', 'nasdaq', 0, ?
                FROM unnest(?::text[]) AS v (symbol) JOIN public.raw_stocks s USING (symbol)
                ON CONFLICT (symbol, kind) DO UPDATE SET
                    last_attempt_at = excluded.last_attempt_at, last_success_at = excluded.last_success_at,
                    last_outcome = 'data', source = 'nasdaq', attempts = 0, session = excluded.session
                """;
        return database.inTransaction(connection -> {
            int changed;
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                statement.setArray(
                        1, column(connection, "text", rows, row -> row.ticker().symbol()));
                statement.setArray(2, column(connection, "text", rows, ScreenerRow::sector));
                statement.setArray(3, column(connection, "text", rows, ScreenerRow::industry));
                statement.setArray(4, column(connection, "bigint", rows, row -> whole(row.marketCap())));
                statement.setArray(5, column(connection, "text", rows, ScreenerRow::name));
                changed = statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(freshness)) {
                Timestamp now = Timestamp.from(horizon.now());
                statement.setTimestamp(1, now);
                statement.setTimestamp(2, now);
                statement.setObject(3, horizon.lastSession());
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "text",
                                rows.stream()
                                        .map(row -> row.ticker().symbol())
                                        .distinct()
                                        .toArray()));
                statement.executeUpdate();
            }
            return changed;
        });
    }

    /** A value of zero is the screener's way of not knowing. */
    private static @Nullable Long whole(@Nullable BigDecimal value) {
        return value == null || value.signum() <= 0
                ? null
                : value.setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static java.sql.Array column(
            Connection connection, String type, List<ScreenerRow> rows, Function<ScreenerRow, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
