package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutKind;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.source.yahoo.YahooSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How sources tell of two payments on one day. Exchanges and issuers list both; data providers list both, their sum or
 * one, and one in five has a gain inside the dividend and once more beside it.
 */
record SeveralADay(Disagreement disagreement) implements Liar {
    private static final Set<SourceId> PROVIDERS =
            Set.of(YahooSource.ID, FmpSource.ID, AlphaVantageSource.ID, SnowballSource.ID);

    @Override
    public List<Lie> about(Story story) {
        List<Lie> lies = new ArrayList<>();
        List<Payout> paid = story.paid();
        for (int i = 1; i < paid.size(); i++) {
            if (paid.get(i).exDate().equals(paid.get(i - 1).exDate())) {
                for (SourceId source : paid.get(i).sources()) {
                    if (PROVIDERS.contains(source)) {
                        lies.addAll(lie(source, paid.get(i - 1), paid.get(i)));
                    }
                }
            }
        }
        return lies;
    }

    private List<Lie> lie(SourceId source, Payout first, Payout second) {
        // Yahoo and FMP tell it alike in most cases, as one of them copies.
        boolean copier = source == FmpSource.ID
                && disagreement.has(LieKind.COPYING)
                && disagreement.roll(10, "copied", first.ticker(), first.exDate()) > 0;
        String teller = copier ? YahooSource.ID.id() : source.id();
        int manner = disagreement.roll(10, "manner", teller, first.ticker(), first.exDate());
        Payout sum = first.ofKind(PayoutKind.REGULAR, first.amount().add(second.amount()));
        if (manner < 2 && second.kind().isGain() && disagreement.has(LieKind.GAIN_TWICE)) {
            return List.of(lie(LieKind.GAIN_TWICE, source, first, second, List.of(sum, second)));
        }
        if (manner == 2 && disagreement.has(LieKind.ONE_OF_TWO)) {
            return List.of(lie(LieKind.ONE_OF_TWO, source, first, second, List.of(first)));
        }
        return manner < 7 && disagreement.has(LieKind.SUM)
                ? List.of(lie(LieKind.SUM, source, first, second, List.of(sum)))
                : List.of();
    }

    private static Lie lie(LieKind kind, SourceId source, Payout first, Payout second, List<Payout> shows) {
        return new Lie(kind, source, second, "payments", List.of(first, second), shows, first.declared(), null);
    }
}
