package dev.exdate.task;

import dev.exdate.database.Database;
import dev.exdate.market.Ticker;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The symbols that a person named and that {@code raw_stocks} does not have, excluded or not. */
public final class UnknownSymbols {
    private UnknownSymbols() {}

    /** Says so in the task's log at once: the rest may take long. */
    public static Optional<NotThere> of(Database database, TaskContext context) throws SQLException {
        Set<Ticker> named = context.options().symbols();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = known(database);
        if (known.isEmpty()) {
            // The tasks say themselves that there are no symbols yet.
            return Optional.empty();
        }
        Optional<NotThere> unknown =
                of(named.stream().map(Ticker::symbol).sorted().toList(), known);
        unknown.ifPresent(it -> context.log().line("⚠️  " + it.words()));
        return unknown;
    }

    /** What to say of one for commands that look; empty if it is known. */
    public static Optional<String> words(Database database, String symbol) throws SQLException {
        Set<String> known = known(database);
        return known.isEmpty()
                ? Optional.of("raw_stocks has no symbols; run `exdate discover` first")
                : of(List.of(symbol), known).map(NotThere::words);
    }

    private static Optional<NotThere> of(List<String> named, Set<String> known) {
        return NotThere.of("symbol", "symbols", named, known, "`exdate discover` loads new symbols");
    }

    private static Set<String> known(Database database) throws SQLException {
        String sql = "SELECT symbol FROM public.raw_stocks";
        return new HashSet<>(database.reading(handle -> handle.sql(sql).list(row -> row.getString("symbol"))));
    }
}
