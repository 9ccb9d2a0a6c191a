package dev.exdate.update;

import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result for a symbol.
 *
 * @param outcomes by kind, for all due kinds
 * @param replies by kind, the reply with the data; kinds without data are missing
 * @param whole whether the whole series was read, so that older rows are replaced
 * @param eventsFrom the first day of the dividends and splits asked for
 */
record SymbolResult(
        DueSymbol due,
        Map<DataKind, KindOutcome> outcomes,
        Map<DataKind, SymbolReply> replies,
        boolean whole,
        LocalDate eventsFrom) {
    PriceBars bars() {
        SymbolReply reply = replies.get(DataKind.PRICES);
        return reply == null ? PriceBars.NONE : PriceBars.of(reply.prices().rowsOrEmpty());
    }

    List<Distribution> dividends() {
        SymbolReply reply = replies.get(DataKind.DIVIDENDS);
        return reply == null ? List.of() : reply.dividends().rowsOrEmpty();
    }

    List<Split> splits() {
        SymbolReply reply = replies.get(DataKind.SPLITS);
        return reply == null ? List.of() : reply.splits().rowsOrEmpty();
    }

    /** Whether its bars are all that are stored of it. */
    boolean isWhole() {
        return replies.containsKey(DataKind.PRICES) && (whole || due.tail().isEmpty());
    }

    @Nullable SourceId source(DataKind kind) {
        SymbolReply reply = replies.get(kind);
        return reply == null ? null : reply.source();
    }

    int rows() {
        return bars().size() + dividends().size() + splits().size();
    }

    /** Why some values of its answers are held back. */
    Set<String> held() {
        return replies.values().stream()
                .flatMap(reply -> reply.held().stream().map(HeldValue::objection))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean failed() {
        return !held().isEmpty() || outcomes.values().stream().anyMatch(KindOutcome.Failed.class::isInstance);
    }
}
