package dev.exdate.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code exdate.freshness}, {@code exdate.nothing_evidence} and {@code raw_stocks.checked_at}. */
final class FreshnessStore {
    /** One kind of one symbol, asked. */
    private record Asked(
            String symbol,
            String kind,
            String outcome,
            @Nullable String source) {}

    /** In the transaction that writes the data itself. */
    void write(Connection connection, List<Findings> batch, Instant now, LocalDate session) throws SQLException {
        List<Asked> asked = new ArrayList<>();
        for (Findings findings : batch) {
            for (Map.Entry<Kind, Outcome> entry : findings.outcomes().entrySet()) {
                var source = findings.source(entry.getKey());
                asked.add(new Asked(
                        findings.due().ticker().symbol(),
                        entry.getKey().id(),
                        entry.getValue().word(),
                        source == null ? null : source.id()));
            }
        }
        freshness(connection, asked, now, session);
        checked(connection, asked, now);
        evidence(connection, batch, session);
    }

    private static void freshness(Connection connection, List<Asked> asked, Instant now, LocalDate session)
            throws SQLException {
        String sql = """
                INSERT INTO exdate.freshness AS f
                    (symbol, kind, last_attempt_at, last_success_at, last_outcome, source, attempts, session)
                SELECT symbol, kind, ?, CASE WHEN outcome <> 'failed' THEN ?::timestamptz END, outcome, source,
                       CASE WHEN outcome = 'failed' THEN 1 ELSE 0 END, CASE WHEN outcome <> 'failed' THEN ?::date END
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS a (symbol, kind, outcome, source)
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
            upsert.setObject(3, session);
            upsert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", asked.stream().map(Asked::symbol).toArray()));
            upsert.setArray(
                    5,
                    connection.createArrayOf(
                            "text", asked.stream().map(Asked::kind).toArray()));
            upsert.setArray(
                    6,
                    connection.createArrayOf(
                            "text", asked.stream().map(Asked::outcome).toArray()));
            upsert.setArray(
                    7,
                    connection.createArrayOf(
                            "text", asked.stream().map(Asked::source).toArray()));
            upsert.executeUpdate();
        }
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
    private static void evidence(Connection connection, List<Findings> batch, LocalDate session) throws SQLException {
        List<String> alive = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (Findings findings : batch) {
            Outcome prices = findings.outcomes().get(Kind.PRICES);
            String symbol = findings.due().ticker().symbol();
            if (prices instanceof Outcome.Data) {
                alive.add(symbol);
            } else if (prices instanceof Outcome.Nothing nothing && nothing.unanimous()) {
                nothing.said().forEach(said -> {
                    symbols.add(symbol);
                    sources.add(said.source().id());
                });
            }
        }
        try (PreparedStatement clear = connection.prepareStatement(
                        "DELETE FROM exdate.nothing_evidence WHERE symbol = ANY (?::text[])");
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO exdate.nothing_evidence (symbol, day, source)
                        SELECT symbol, ?, source FROM unnest(?::text[], ?::text[]) AS e (symbol, source)
                        ON CONFLICT DO NOTHING
                        """)) {
            clear.setArray(1, connection.createArrayOf("text", alive.toArray()));
            clear.executeUpdate();
            insert.setObject(1, session);
            insert.setArray(2, connection.createArrayOf("text", symbols.toArray()));
            insert.setArray(3, connection.createArrayOf("text", sources.toArray()));
            insert.executeUpdate();
        }
    }
}
