package dev.exdate.discovery;

import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Symbols in {@code raw_stocks} and the two exclusion tables. Each call is one transaction. */
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

    /** Excluded ones whose time to be looked at again has not come. */
    Set<String> stillExcluded() throws SQLException {
        return symbols("SELECT symbol FROM " + Exclusions.IN_FORCE + " x");
    }

    private Set<String> symbols(String sql) throws SQLException {
        return database.reading(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                Set<String> symbols = new HashSet<>();
                while (row.next()) {
                    symbols.add(row.getString(1));
                }
                return symbols;
            }
        });
    }

    /**
     * Adds new symbols and fills name, type and exchange of known ones where these are absent; a symbol that is listed
     * with proof of trading leaves the exclusion tables.
     *
     * @return how many rows were new, and how many known ones changed
     */
    Stored accept(Collection<ListedSymbol> listed) throws SQLException {
        String upsert = """
                INSERT INTO public.raw_stocks AS s (symbol, name, exchange, type)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                ON CONFLICT (symbol) DO UPDATE SET
                    name = coalesce(s.name, excluded.name),
                    exchange = coalesce(s.exchange, excluded.exchange),
                    type = coalesce(s.type, excluded.type)
                WHERE (s.name IS NULL AND excluded.name IS NOT NULL)
                   OR (s.exchange IS NULL AND excluded.exchange IS NOT NULL)
                   OR (s.type IS NULL AND excluded.type IS NOT NULL)
                RETURNING (xmax = 0) AS added
                """;
        return database.inTransaction(connection -> {
            long added = 0;
            long changed = 0;
            try (PreparedStatement statement = connection.prepareStatement(upsert)) {
                statement.setArray(
                        1, texts(connection, listed, it -> it.ticker().symbol()));
                statement.setArray(2, texts(connection, listed, SymbolStore::nameToStore));
                statement.setArray(3, texts(connection, listed, ListedSymbol::exchange));
                statement.setArray(4, texts(connection, listed, ListedSymbol::type));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        if (row.getBoolean("added")) {
                            added++;
                        } else {
                            changed++;
                        }
                    }
                }
            }
            return new Stored(added, changed, includeAgain(connection, listed));
        });
    }

    private static long includeAgain(Connection connection, Collection<ListedSymbol> listed) throws SQLException {
        long included = 0;
        for (String table : List.of("public.raw_stocks_excluded", "public.raw_excluded_symbols")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE symbol = ANY (?::text[])")) {
                delete.setArray(1, texts(connection, listed, it -> it.ticker().symbol()));
                included += delete.executeUpdate();
            }
        }
        return included;
    }

    /** Old readers call upper() on the name and fail where there is none. */
    private static String nameToStore(ListedSymbol listed) {
        String name = listed.name();
        return name == null || name.isBlank() ? listed.ticker().symbol() : name;
    }

    /** Keeps symbols out, each with what the sources answered; asked again after 30, 90, then 180 days. */
    long exclude(Collection<Rejected> rejected) throws SQLException {
        String sql = """
                INSERT INTO public.raw_stocks_excluded AS e
                    (symbol, reason, source, validation_attempts, excluded_at, retry_after)
                SELECT symbol, reason, source, 1, ?, ?::timestamptz + interval '30 days'
                FROM unnest(?::text[], ?::text[], ?::text[]) AS r (symbol, reason, source)
                ON CONFLICT (symbol) DO UPDATE SET
                    reason = excluded.reason, source = excluded.source, excluded_at = excluded.excluded_at,
                    validation_attempts = e.validation_attempts + 1,
                    retry_after = excluded.excluded_at
                        + CASE WHEN e.validation_attempts = 1 THEN interval '90 days' ELSE interval '180 days' END
                """;
        return database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setTimestamp(1, Timestamp.from(clock.instant()));
                insert.setTimestamp(2, Timestamp.from(clock.instant()));
                insert.setArray(3, texts(connection, rejected, Rejected::symbol));
                insert.setArray(4, texts(connection, rejected, Rejected::reason));
                insert.setArray(5, texts(connection, rejected, Rejected::source));
                return (long) insert.executeUpdate();
            }
        });
    }

    private static <T> java.sql.Array texts(
            Connection connection, Collection<T> rows, Function<T, @org.jspecify.annotations.Nullable String> value)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray());
    }

    /** @param includedAgain symbols that left an exclusion table */
    record Stored(long added, long changed, long includedAgain) {}

    /** @param reason what each source answered */
    record Rejected(String symbol, String reason, String source) {}
}
