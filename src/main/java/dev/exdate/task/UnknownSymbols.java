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
        String sql = "SELECT symbol FROM public.raw_stocks";
        List<String> known = database.reading(handle -> handle.sql(sql).list(row -> row.getString("symbol")));
        if (known.isEmpty()) {
            // The tasks say themselves that there are no symbols yet.
            return Optional.empty();
        }
        Optional<NotThere> unknown = NotThere.of(
                "symbol",
                "symbols",
                named.stream().map(Ticker::symbol).sorted().toList(),
                new HashSet<>(known),
                "`exdate discover` loads new symbols");
        unknown.ifPresent(it -> context.log().line("⚠️  " + it.words()));
        return unknown;
    }
}
