package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Payout;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A listing's story with the lies about it; a source tells at most one about a day. */
record Told(Story story, List<Lie> lies) {
    private record Teller(SourceId source, LocalDate day) {}

    Told {
        lies = onePerDay(lies);
    }

    private static List<Lie> onePerDay(List<Lie> lies) {
        Set<Teller> taken = new HashSet<>();
        List<Lie> kept = new ArrayList<>();
        for (Lie lie : lies) {
            Set<Teller> days = new HashSet<>();
            lie.hides().forEach(payout -> days.add(new Teller(lie.source(), payout.exDate())));
            lie.shows().forEach(payout -> days.add(new Teller(lie.source(), payout.exDate())));
            if (days.stream().noneMatch(taken::contains)) {
                taken.addAll(days);
                kept.add(lie);
            }
        }
        return List.copyOf(kept);
    }

    /** What a source tells on a night, by ex-date. */
    List<Payout> by(SourceId source, LocalDate night) {
        List<Payout> payouts = new ArrayList<>(story.paid());
        payouts.removeIf(payout -> !payout.sources().contains(source));
        for (Lie lie : lies) {
            if (lie.source() == source && lie.isToldOn(night)) {
                payouts.removeAll(lie.hides());
                payouts.addAll(lie.shows());
            }
        }
        payouts.sort(Comparator.comparing(Payout::exDate));
        return payouts;
    }
}
