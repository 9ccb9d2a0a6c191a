package dev.exdate.sandbox.lie;

import dev.exdate.market.TradingCalendar;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Announced payments that come on another day, or not at all; sources notice one after another. */
record ChangedPlans(Disagreement disagreement, TradingCalendar calendar) implements Liar {
    private static final int DAYS_TO_CHANGE = 8;

    @Override
    public List<Lie> about(Story story) {
        List<Lie> lies = new ArrayList<>();
        for (Payout payout : story.cash()) {
            if (!payout.declared().isAfter(payout.exDate().minusDays(DAYS_TO_CHANGE))
                    && disagreement.strikes(LieKind.MOVED, payout)) {
                int days = 1 + disagreement.roll(5, "moved by", payout.ticker(), payout.exDate());
                Payout first =
                        payout.movedTo(calendar.nextTradingDay(payout.exDate().plusDays(days)));
                lies.addAll(lies(LieKind.MOVED, payout, "ex_date", List.of(payout), first));
            }
        }
        for (Payout payout : story.withdrawn()) {
            lies.addAll(lies(LieKind.WITHDRAWN, payout, "event", List.of(), payout));
        }
        return lies;
    }

    private List<Lie> lies(LieKind kind, Payout about, String field, List<Payout> hides, Payout announced) {
        return about.sources().stream()
                .map(source -> new Lie(
                        kind,
                        source,
                        about,
                        field,
                        hides,
                        List.of(announced),
                        about.declared(),
                        noticed(about, source)))
                .toList();
    }

    private LocalDate noticed(Payout payout, SourceId source) {
        return payout.declared()
                .plusDays(2 + disagreement.roll(3, "changed", payout.ticker(), payout.exDate()))
                .plusDays(disagreement.roll(4, "noticed", payout.ticker(), payout.exDate(), source.id()));
    }
}
