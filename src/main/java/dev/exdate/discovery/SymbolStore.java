package dev.exdate.discovery;

import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.database.Handle;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Symbols in {@code raw_stocks} and the two exclusion tables. Each call is one transaction. */
@Dependent
final class SymbolStore {
    private final Database database;
    private final Clock clock;

    SymbolStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Set<String> known() throws SQLException {
        return symbols("SELECT symbol FROM public.raw_stocks");
    }

    /** Excluded symbols that are not due to be checked again. */
    Set<String> stillExcluded() throws SQLException {
        return symbols("SELECT symbol FROM " + Exclusions.IN_FORCE + " x");
    }

    private Set<String> symbols(String sql) throws SQLException {
        return new HashSet<>(database.reading(handle -> handle.sql(sql).list(row -> row.getString(1))));
    }

    /**
     * Adds new symbols, and fills in missing names, types and exchanges of known ones. A listed symbol with proof of
     * trading leaves the exclusion tables.
     *
     * @return how many rows were new, and how many known ones changed
     */
    Stored accept(Collection<ListedSymbol> listed) throws SQLException {
        String upsert = """
                INSERT INTO public.raw_stocks AS s (symbol, name, exchange, type)
                SELECT * FROM unnest(:symbols::text[], :names::text[], :exchanges::text[], :types::text[])
                ON CONFLICT (symbol) DO UPDATE SET
                    name = coalesce(s.name, excluded.name),
                    exchange = coalesce(s.exchange, excluded.exchange),
                    type = coalesce(s.type, excluded.type)
                WHERE (s.name IS NULL AND excluded.name IS NOT NULL)
                   OR (s.exchange IS NULL AND excluded.exchange IS NOT NULL)
                   OR (s.type IS NULL AND excluded.type IS NOT NULL)
                RETURNING (xmax = 0) AS added
                """;
        return database.inTransaction(handle -> {
            List<Boolean> added = handle.sql(upsert)
                    .bindArray(
                            "symbols", "text", texts(listed, it -> it.ticker().symbol()))
                    .bindArray("names", "text", texts(listed, SymbolStore::nameToStore))
                    .bindArray("exchanges", "text", texts(listed, ListedSymbol::exchange))
                    .bindArray("types", "text", texts(listed, ListedSymbol::type))
                    .list(row -> row.getBoolean(1));
            long fresh = added.stream().filter(it -> it).count();
            return new Stored(fresh, added.size() - fresh, includeAgain(handle, listed));
        });
    }

    private static long includeAgain(Handle handle, Collection<ListedSymbol> listed) throws SQLException {
        long included = 0;
        for (String table : List.of("public.raw_stocks_excluded", "public.raw_excluded_symbols")) {
            included += handle.sql("DELETE FROM " + table + " WHERE symbol = ANY (:symbols::text[])")
                    .bindArray(
                            "symbols", "text", texts(listed, it -> it.ticker().symbol()))
                    .execute();
        }
        return included;
    }

    /** Old readers call upper() on the name and fail without one. */
    private static String nameToStore(ListedSymbol listed) {
        String name = listed.name();
        return name == null || name.isBlank() ? listed.ticker().symbol() : name;
    }

    /** Excludes symbols, each with the sources' answers. They are checked again after 30, 90, then 180 days. */
    long exclude(Collection<Rejected> rejected) throws SQLException {
        String sql = """
                INSERT INTO public.raw_stocks_excluded AS e
                    (symbol, reason, source, validation_attempts, excluded_at, retry_after)
                SELECT symbol, reason, source, 1, :now, :now::timestamptz + interval '30 days'
                FROM unnest(:symbols::text[], :reasons::text[], :sources::text[]) AS r (symbol, reason, source)
                ON CONFLICT (symbol) DO UPDATE SET
                    reason = excluded.reason, source = excluded.source, excluded_at = excluded.excluded_at,
                    validation_attempts = e.validation_attempts + 1,
                    retry_after = excluded.excluded_at
                        + CASE WHEN e.validation_attempts = 1 THEN interval '90 days' ELSE interval '180 days' END
                """;
        return database.inTransaction(handle -> (long) handle.sql(sql)
                .bind("now", clock.instant())
                .bindArray("symbols", "text", texts(rejected, Rejected::symbol))
                .bindArray("reasons", "text", texts(rejected, Rejected::reason))
                .bindArray("sources", "text", texts(rejected, Rejected::source))
                .execute());
    }

    private static <T> List<String> texts(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().<String>map(value).toList();
    }

    /** @param includedAgain symbols that left an exclusion table */
    record Stored(long added, long changed, long includedAgain) {}

    /** @param reason what each source answered */
    record Rejected(String symbol, String reason, String source) {}
}
