package dev.exdate.discovery;

import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets each fund's strategy and related stock. It covers funds without a strategy and those that an older version of
 * the rules classified. Manual values are never overwritten.
 */
@Dependent
public final class ClassifyEtfsTask implements Task {
    private final Database database;
    private final Clock clock;
    private final EtfClassifier classifier = new EtfClassifier(EtfRules.all());

    public ClassifyEtfsTask(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public TaskName name() {
        return TaskName.CLASSIFY_ETFS;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException {
        Tally tally = database.inTransaction(handle -> {
            List<Fund> funds = due(handle);
            List<Classified> found = funds.stream()
                    .flatMap(fund ->
                            classifier.classify(fund.name()).stream().map(it -> new Classified(fund.symbol(), it)))
                    .toList();
            long changed = store(handle, found);
            return new Tally(funds.size(), funds.size(), 0, changed, found.size() - changed, 0);
        });
        context.log()
                .line("🏷️  %d funds checked, %d classified (rules version %d), %d still without a strategy"
                        .formatted(
                                tally.asked(),
                                tally.changed() + tally.same(),
                                EtfRules.VERSION,
                                tally.asked() - tally.changed() - tally.same()));
        return new TaskOutcome.Succeeded(tally);
    }

    private static List<Fund> due(Handle handle) throws SQLException {
        String sql = """
                SELECT s.symbol, s.name
                FROM public.raw_stocks s
                LEFT JOIN exdate.classification c USING (symbol)
                WHERE s.name IS NOT NULL
                  AND (s.type = 'etf' OR s.type IS DISTINCT FROM 'stock' AND s.name ~* '\\m(etf|fund)\\M')
                  AND (s.investment_strategy IS NULL
                       OR c.strategy = s.investment_strategy AND c.version < :version)
                ORDER BY s.symbol
                """;
        return handle.sql(sql)
                .bind("version", EtfRules.VERSION)
                .list(row -> new Fund(row.getString("symbol"), row.getString("name")));
    }

    /** One statement, because the rows and the rule that set them belong together. Returns how many rows changed. */
    private long store(Handle handle, List<Classified> found) throws SQLException {
        String sql = """
                WITH found AS (
                    SELECT * FROM unnest(:symbols::text[], :rules::int[], :strategies::text[], :related::text[])
                        AS f (symbol, rule, strategy, related_stock)),
                kept AS (
                    INSERT INTO exdate.classification
                        (symbol, rule, version, strategy, related_stock, classified_at)
                    SELECT symbol, rule, :version, strategy, related_stock, :now FROM found
                    ON CONFLICT (symbol) DO UPDATE SET
                        rule = excluded.rule, version = excluded.version, strategy = excluded.strategy,
                        related_stock = excluded.related_stock, classified_at = excluded.classified_at)
                UPDATE public.raw_stocks s
                SET investment_strategy = f.strategy, related_stock = f.related_stock
                FROM found f
                WHERE s.symbol = f.symbol
                  AND (s.investment_strategy, s.related_stock) IS DISTINCT FROM (f.strategy, f.related_stock)
                """;
        return handle.sql(sql)
                .bindArray("symbols", "text", column(found, Classified::symbol))
                .bindArray(
                        "rules", "int", column(found, it -> it.classification().rule()))
                .bindArray(
                        "strategies",
                        "text",
                        column(found, it -> it.classification().strategy()))
                .bindArray(
                        "related",
                        "text",
                        column(found, it -> it.classification().related()))
                .bind("version", EtfRules.VERSION)
                .bind("now", clock.instant())
                .execute();
    }

    private static <T> List<T> column(List<Classified> found, Function<Classified, @Nullable T> value) {
        return found.stream().<T>map(value).toList();
    }

    private record Fund(String symbol, String name) {}

    private record Classified(String symbol, Classification classification) {}
}
