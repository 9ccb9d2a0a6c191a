package dev.exdate.update;

import dev.exdate.database.Handle;
import java.sql.SQLException;
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
     * Call it in the transaction that writes the data.
     *
     * @param session the session that the results count for
     */
    void write(Handle handle, List<SymbolResult> batch, Instant now, Function<SymbolResult, LocalDate> session)
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
        freshness(handle, asked, now);
        checked(handle, asked, now);
        evidence(handle, batch, session);
    }

    private static void freshness(Handle handle, List<Asked> asked, Instant now) throws SQLException {
        String sql = """
                INSERT INTO exdate.freshness AS f
                    (symbol, kind, last_attempt_at, last_success_at, last_outcome, source, attempts, session)
                SELECT symbol, kind, :now, CASE WHEN outcome <> 'failed' THEN :now::timestamptz END, outcome, source,
                       CASE WHEN outcome = 'failed' THEN 1 ELSE 0 END, CASE WHEN outcome <> 'failed' THEN session END
                FROM unnest(:symbols::text[], :kinds::text[], :outcomes::text[], :sources::text[], :sessions::date[])
                    AS a (symbol, kind, outcome, source, session)
                ON CONFLICT (symbol, kind) DO UPDATE SET
                    last_attempt_at = excluded.last_attempt_at,
                    last_success_at = coalesce(excluded.last_success_at, f.last_success_at),
                    last_outcome = excluded.last_outcome,
                    source = coalesce(excluded.source, f.source),
                    attempts = CASE WHEN excluded.attempts = 0 THEN 0 ELSE f.attempts + 1 END,
                    session = greatest(excluded.session, f.session)
                """;
        handle.sql(sql)
                .bind("now", now)
                .bindArray("symbols", "text", texts(asked, Asked::symbol))
                .bindArray("kinds", "text", texts(asked, Asked::kind))
                .bindArray("outcomes", "text", texts(asked, Asked::outcome))
                .bindArray("sources", "text", texts(asked, Asked::source))
                .bindArray(
                        "sessions", "date", asked.stream().map(Asked::session).toList())
                .execute();
    }

    private static List<String> texts(List<Asked> asked, Function<Asked, @Nullable String> text) {
        return asked.stream().<String>map(text).toList();
    }

    private static void checked(Handle handle, List<Asked> asked, Instant now) throws SQLException {
        handle.sql("UPDATE public.raw_stocks SET checked_at = :now WHERE symbol = ANY (:symbols::text[])")
                .bind("now", now)
                .bindArray(
                        "symbols",
                        "text",
                        asked.stream()
                                .filter(one -> !one.outcome().equals("failed"))
                                .map(Asked::symbol)
                                .distinct()
                                .toList())
                .execute();
    }

    /** A price clears the evidence against a symbol; a session with nothing from any source adds to it. */
    private static void evidence(Handle handle, List<SymbolResult> batch, Function<SymbolResult, LocalDate> session)
            throws SQLException {
        List<String> alive = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (SymbolResult findings : batch) {
            KindOutcome prices = findings.outcomes().get(DataKind.PRICES);
            String symbol = findings.due().ticker().symbol();
            if (prices instanceof KindOutcome.Data) {
                alive.add(symbol);
            } else if (prices instanceof KindOutcome.Nothing nothing && nothing.unanimous()) {
                nothing.said().forEach(said -> {
                    days.add(session.apply(findings));
                    symbols.add(symbol);
                    sources.add(said.source().id());
                });
            }
        }
        handle.sql("DELETE FROM exdate.nothing_evidence WHERE symbol = ANY (:symbols::text[])")
                .bindArray("symbols", "text", alive)
                .execute();
        handle.sql("""
                        INSERT INTO exdate.nothing_evidence (symbol, day, source)
                        SELECT symbol, day, source
                        FROM unnest(:days::date[], :symbols::text[], :sources::text[]) AS e (day, symbol, source)
                        ON CONFLICT DO NOTHING
                        """)
                .bindArray("days", "date", days)
                .bindArray("symbols", "text", symbols)
                .bindArray("sources", "text", sources)
                .execute();
    }
}
