package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Payout;
import dev.exdate.settings.SourceId;
import dev.exdate.source.nyse.NyseSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A wrong amount is announced and corrected days after the ex-date; sources notice one after another. */
record Corrections(Disagreement disagreement) implements Liar {
    private static final List<BigDecimal> FIRST_STATED =
            List.of(new BigDecimal("0.8333"), new BigDecimal("1.25"), new BigDecimal("0.5"), new BigDecimal("0.9"));

    @Override
    public List<Lie> about(Story story) {
        List<Lie> lies = new ArrayList<>();
        for (Payout payout : story.cash()) {
            if (disagreement.strikes(LieKind.CORRECTION, payout)) {
                BigDecimal factor = FIRST_STATED.get(
                        disagreement.roll(FIRST_STATED.size(), "first stated", payout.ticker(), payout.exDate()));
                Payout wrong = payout.withAmount(payout.amount()
                        .multiply(factor)
                        .setScale(Math.max(2, payout.amount().scale()), RoundingMode.HALF_UP));
                for (SourceId source : payout.sources()) {
                    if (source != NyseSource.ID) {
                        lies.add(new Lie(
                                LieKind.CORRECTION,
                                source,
                                payout,
                                "amount",
                                List.of(payout),
                                List.of(wrong),
                                payout.declared(),
                                corrected(payout, source)));
                    }
                }
            }
        }
        return lies;
    }

    private LocalDate corrected(Payout payout, SourceId source) {
        return payout.exDate()
                .plusDays(1 + disagreement.roll(5, "corrected", payout.ticker(), payout.exDate()))
                .plusDays(disagreement.roll(4, "noticed", payout.ticker(), payout.exDate(), source.id()));
    }
}
