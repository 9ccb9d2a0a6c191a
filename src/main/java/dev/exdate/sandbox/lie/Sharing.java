package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Payout;
import dev.exdate.settings.SourceId;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.source.yahoo.YahooSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which sources make an error together. */
record Sharing(Disagreement disagreement) {
    private static final Set<SourceId> COPIERS = Set.of(YahooSource.ID, FmpSource.ID);
    private static final int CASES = 10;

    /** One of the sources that tell of a payout, or the two that copy each other; none if nobody else tells of it. */
    Set<SourceId> erring(LieKind kind, Payout payout) {
        List<SourceId> telling = payout.sources().stream()
                .filter(source -> source != NyseSource.ID)
                .sorted(Comparator.comparing(SourceId::id))
                .toList();
        if (telling.isEmpty()) {
            return Set.of();
        }
        SourceId one = telling.get(disagreement.roll(telling.size(), "who", kind, payout.ticker(), payout.exDate()));
        Set<SourceId> erring = COPIERS.contains(one) && copied(payout)
                ? telling.stream().filter(COPIERS::contains).collect(Collectors.toSet())
                : Set.of(one);
        return erring.size() == telling.size() ? Set.of() : erring;
    }

    private boolean copied(Payout payout) {
        return disagreement.has(LieKind.COPYING)
                && disagreement.roll(CASES, "copied", payout.ticker(), payout.exDate()) > 0;
    }
}
