package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.ListLengths;
import dev.exdate.format.Answer;
import dev.exdate.guard.Limits;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaq.ScreenerRow;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import dev.exdate.task.UnreadableRows;
import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sector, industry and market value of all shares from the screener's one request; only known values are written. */
@Dependent
final class CompanyScreener {
    /** The one page it reads. */
    static final Unit UNIT = Unit.page("screener");

    private static final ShrinkRule SHORT = ShrinkRule.ofLists(Limits.USUAL.lists());

    private final NasdaqClient client;
    private final Database database;

    CompanyScreener(NasdaqClient client, Database database) {
        this.client = client;
        this.database = database;
    }

    void update(TaskContext context, MarketProgress horizon) throws SQLException, InterruptedException {
        Answer<ScreenerRow> shares = client.shares();
        UnreadableRows.note(context.log(), context.ledger(), TaskName.UPDATE, "screener", shares);
        switch (shares) {
            case Answer.Failed<ScreenerRow> failed ->
                missed(context, "the screener failed, stored data unchanged: " + failed.message());
            case Answer.Nothing<ScreenerRow> ignored -> missed(context, "the screener is empty, stored data unchanged");
            case Answer.Rows<ScreenerRow>(List<ScreenerRow> rows) -> {
                Optional<String> objection = new ListLengths(database, context.gate(TaskName.UPDATE))
                        .objection("screener", context.marketDay(), rows.size(), SHORT);
                if (objection.isPresent()) {
                    client.distrustShares();
                    missed(context, objection.get());
                    return;
                }
                context.log()
                        .line("✅ Companies complete: %d successful, 0 failed (%d of them changed)"
                                .formatted(rows.size(), store(rows, horizon)));
                context.ledger().had(UNIT);
            }
        }
    }

    private static void missed(TaskContext context, String trouble) {
        context.log().line("⚠️  Companies: " + trouble);
        context.ledger().failed(UNIT, trouble);
    }

    private int store(List<ScreenerRow> rows, MarketProgress horizon) throws SQLException {
        String update = """
                UPDATE public.raw_stocks s
                SET sector = coalesce(v.sector, s.sector), industry = coalesce(v.industry, s.industry),
                    market_cap = coalesce(v.market_cap, s.market_cap), name = coalesce(s.name, v.name)
                FROM unnest(:symbols::text[], :sectors::text[], :industries::text[], :caps::bigint[], :names::text[])
                    AS v (symbol, sector, industry, market_cap, name)
                WHERE s.symbol = v.symbol
                  AND (s.sector, s.industry, s.market_cap, s.name)
                      IS DISTINCT FROM (coalesce(v.sector, s.sector), coalesce(v.industry, s.industry),
                                        coalesce(v.market_cap, s.market_cap), coalesce(s.name, v.name))
                """;
        String freshness = """
                INSERT INTO exdate.freshness (symbol, kind, last_attempt_at, last_success_at, last_outcome, source, attempts, session)
                SELECT s.symbol, 'company', :now, :now, 'data', 'nasdaq', 0, :session
                FROM unnest(:symbols::text[]) AS v (symbol) JOIN public.raw_stocks s USING (symbol)
                ON CONFLICT (symbol, kind) DO UPDATE SET
                    last_attempt_at = excluded.last_attempt_at, last_success_at = excluded.last_success_at,
                    last_outcome = 'data', source = 'nasdaq', attempts = 0, session = excluded.session
                """;
        return database.inTransaction(handle -> {
            int changed = handle.sql(update)
                    .bindArray(
                            "symbols", "text", column(rows, row -> row.ticker().symbol()))
                    .bindArray("sectors", "text", column(rows, ScreenerRow::sector))
                    .bindArray("industries", "text", column(rows, ScreenerRow::industry))
                    .bindArray("caps", "bigint", column(rows, row -> whole(row.marketCap())))
                    .bindArray("names", "text", column(rows, ScreenerRow::name))
                    .execute();
            handle.sql(freshness)
                    .bind("now", horizon.now())
                    .bind("session", horizon.lastSession())
                    .bindArray(
                            "symbols",
                            "text",
                            rows.stream()
                                    .map(row -> row.ticker().symbol())
                                    .distinct()
                                    .toList())
                    .execute();
            return changed;
        });
    }

    /** In the screener, zero means unknown. */
    private static @Nullable Long whole(@Nullable BigDecimal value) {
        return value == null || value.signum() <= 0
                ? null
                : value.setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static <T> List<T> column(List<ScreenerRow> rows, Function<ScreenerRow, @Nullable T> value) {
        return rows.stream().<T>map(value).toList();
    }
}
