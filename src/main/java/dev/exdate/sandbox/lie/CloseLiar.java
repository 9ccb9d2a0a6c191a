package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Payout;
import dev.exdate.source.yahoo.YahooSource;
import java.util.List;

/** Plants Yahoo's wrong adjusted closes; its closes are right. */
record CloseLiar(Disagreement disagreement) {
    List<CloseLie> about(Story story) {
        return story.cash().stream()
                .filter(payout -> payout.sources().contains(YahooSource.ID))
                .filter(payout -> disagreement.strikes(LieKind.ADJUSTED_CLOSE, payout))
                .map(this::lie)
                .toList();
    }

    private CloseLie lie(Payout payout) {
        CloseLie.Manner[] manners = CloseLie.Manner.values();
        return new CloseLie(
                YahooSource.ID,
                payout,
                manners[disagreement.roll(manners.length, "close", payout.ticker(), payout.exDate())],
                payout.exDate(),
                payout.exDate().plusDays(10 + disagreement.roll(400, "close until", payout.ticker(), payout.exDate())));
    }
}
