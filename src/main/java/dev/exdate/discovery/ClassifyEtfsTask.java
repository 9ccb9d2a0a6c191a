package dev.exdate.discovery;

import dev.exdate.database.Database;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Gives each fund its strategy and related stock. Looks at funds without a strategy and at those an older version of the
 * rules has classified; what was set by hand is never overwritten.
 */
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
        Tally tally = database.inTransaction(connection -> {
            List<Fund> funds = due(connection);
            List<Classified> found = funds.stream()
                    .flatMap(fund ->
                            classifier.classify(fund.name()).stream().map(it -> new Classified(fund.symbol(), it)))
                    .toList();
            long changed = store(connection, found);
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

    private static List<Fund> due(Connection connection) throws SQLException {
        String sql = """
                SELECT s.symbol, s.name
                FROM public.raw_stocks s
                LEFT JOIN exdate.classification c USING (symbol)
                WHERE s.name IS NOT NULL
                  AND (s.type = 'etf' OR s.type IS DISTINCT FROM 'stock' AND s.name ~* '\\m(etf|fund)\\M')
                  AND (s.investment_strategy IS NULL
                       OR c.strategy = s.investment_strategy AND c.version < ?)
                ORDER BY s.symbol
                """;
        List<Fund> funds = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, EtfRules.VERSION);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    funds.add(new Fund(row.getString("symbol"), row.getString("name")));
                }
            }
        }
        return funds;
    }

    /** One statement: the rows and the rule that set them belong together. Returns how many rows got new texts. */
    private long store(Connection connection, List<Classified> found) throws SQLException {
        String sql = """
                WITH found AS (
                    SELECT * FROM unnest(?::text[], ?::int[], ?::text[], ?::text[])
                        AS f (symbol, rule, strategy, related_stock)),
                kept AS (
                    INSERT INTO exdate.classification
                        (symbol, rule, version, strategy, related_stock, classified_at)
                    SELECT symbol, rule, ?, strategy, related_stock, ? FROM found
                    ON CONFLICT (symbol) DO UPDATE SET
                        rule = excluded.rule, version = excluded.version, strategy = excluded.strategy,
                        related_stock = excluded.related_stock, classified_at = excluded.classified_at)
                UPDATE public.raw_stocks s
                SET investment_strategy = f.strategy, related_stock = f.related_stock
                FROM found f
                WHERE s.symbol = f.symbol
                  AND (s.investment_strategy, s.related_stock) IS DISTINCT FROM (f.strategy, f.related_stock)
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, array(connection, "text", found, Classified::symbol));
            update.setArray(
                    2, array(connection, "int", found, it -> it.classification().rule()));
            update.setArray(
                    3,
                    array(connection, "text", found, it -> it.classification().strategy()));
            update.setArray(
                    4,
                    array(connection, "text", found, it -> it.classification().related()));
            update.setInt(5, EtfRules.VERSION);
            update.setTimestamp(6, Timestamp.from(clock.instant()));
            return update.executeUpdate();
        }
    }

    private static Array array(
            Connection connection, String type, List<Classified> found, Function<Classified, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, found.stream().map(value).toArray());
    }

    private record Fund(String symbol, String name) {}

    private record Classified(String symbol, Classification classification) {}
}
