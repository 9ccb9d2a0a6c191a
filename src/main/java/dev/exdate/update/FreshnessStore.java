package dev.exdate.update;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code exdate.freshness}, {@code exdate.nothing_evidence} and {@code raw_stocks.checked_at}. */
final class FreshnessStore {
    /** One kind of one symbol, asked. */
    private record Asked(
            String symbol,
            String kind,
            String outcome,
            @Nullable String source,
            LocalDate session) {}

    /**
     * In the transaction that writes the data itself.
     *
     * @param session the one that findings count for
     */
    void write(Connection connection, List<SymbolResult> batch, Instant now, Function<SymbolResult, LocalDate> session)
            throws SQLException {
        List<Asked> asked = new ArrayList<>();
        for (SymbolResult findings : batch) {
            for (Map.Entry<DataKind, KindOutcome> entry : findings.outcomes().entrySet()) {
                var source = findings.source(entry.getKey());
                asked.add(new Asked(
                        findings.due().ticker().symbol(),
                        entry.getKey().id(),
                        entry.getValue().word(),
                        source == null ? null : source.id(),
                        session.apply(findings)));
            }
        }
        freshness(connection, asked, now);
        checked(connection, asked, now);
        evidence(connection, batch, session);
    }

    private static void freshness(Connection connection, List<Asked> asked, Instant now) throws SQLException {
        String sql = """
                INSERT INTO exdate.freshness AS f
                    (symbol, kind, last_attempt_at, last_success_at, last_outcome, source, attempts, session)
                SELECT symbol, kind, ?, CASE WHEN outcome <> 'failed' THEN ?::timestamptz END, outcome, source,
                       CASE WHEN outcome = 'failed' THEN 1 ELSE 0 END, CASE WHEN outcome <> 'failed' THEN session END
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[])
                    AS a (symbol, kind, outcome, source, session)
                ON CONFLICT (symbol, kind) DO UPDATE SET
                    last_attempt_at = excluded.last_attempt_at,
                    last_success_at = coalesce(excluded.last_success_at, f.last_success_at),
                    last_outcome = excluded.last_outcome,
                    source = coalesce(excluded.source, f.source),
                    attempts = CASE WHEN excluded.attempts = 0 THEN 0 ELSE f.attempts + 1 END,
                    session = greatest(excluded.session, f.session)
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setTimestamp(1, Timestamp.from(now));
            upsert.setTimestamp(2, Timestamp.from(now));
            upsert.setArray(3, texts(connection, asked, Asked::symbol));
            upsert.setArray(4, texts(connection, asked, Asked::kind));
            upsert.setArray(5, texts(connection, asked, Asked::outcome));
            upsert.setArray(6, texts(connection, asked, Asked::source));
            upsert.setArray(
                    7,
                    connection.createArrayOf(
                            "date",
                            asked.stream().map(one -> one.session().toString()).toArray()));
            upsert.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<Asked> asked, Function<Asked, @Nullable String> text)
            throws SQLException {
        return connection.createArrayOf("text", asked.stream().map(text).toArray());
    }

    private static void checked(Connection connection, List<Asked> asked, Instant now) throws SQLException {
        String sql = "UPDATE public.raw_stocks SET checked_at = ? WHERE symbol = ANY (?::text[])";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            asked.stream()
                                    .filter(one -> !one.outcome().equals("failed"))
                                    .map(Asked::symbol)
                                    .distinct()
                                    .toArray()));
            update.executeUpdate();
        }
    }

    /** A price clears what spoke against the symbol; a session of nothing everywhere is added to it. */
    private static void evidence(
            Connection connection, List<SymbolResult> batch, Function<SymbolResult, LocalDate> session)
            throws SQLException {
        List<String> alive = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (SymbolResult findings : batch) {
            KindOutcome prices = findings.outcomes().get(DataKind.PRICES);
            String symbol = findings.due().ticker().symbol();
            if (prices instanceof KindOutcome.Data) {
                alive.add(symbol);
            } else if (prices instanceof KindOutcome.Nothing nothing && nothing.unanimous()) {
                nothing.said().forEach(said -> {
                    days.add(session.apply(findings).toString());
                    symbols.add(symbol);
                    sources.add(said.source().id());
                });
            }
        }
        try (PreparedStatement clear = connection.prepareStatement(
                        "DELETE FROM exdate.nothing_evidence WHERE symbol = ANY (?::text[])");
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO exdate.nothing_evidence (symbol, day, source)
                        SELECT symbol, day, source
                        FROM unnest(?::date[], ?::text[], ?::text[]) AS e (day, symbol, source)
                        ON CONFLICT DO NOTHING
                        """)) {
            clear.setArray(1, connection.createArrayOf("text", alive.toArray()));
            clear.executeUpdate();
            insert.setArray(1, connection.createArrayOf("date", days.toArray()));
            insert.setArray(2, connection.createArrayOf("text", symbols.toArray()));
            insert.setArray(3, connection.createArrayOf("text", sources.toArray()));
            insert.executeUpdate();
        }
    }
}
