package dev.exdate.sandbox.lie;

import dev.exdate.market.Ticker;
import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A listing's story with the lies about it; a source tells at most one about a day.
 *
 * @param splitLies about splits
 * @param closeLies about adjusted closes
 * @param redirections to other symbols
 */
record Told(
        Story story,
        List<Lie> lies,
        List<SplitLie> splitLies,
        List<CloseLie> closeLies,
        List<Redirection> redirections) {
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

    List<Planted> planted() {
        return Stream.of(
                        lies.stream().map(Lie::planted),
                        splitLies.stream().map(SplitLie::planted),
                        closeLies.stream().map(CloseLie::planted),
                        redirections.stream().map(Redirection::planted))
                .flatMap(planted -> planted)
                .toList();
    }

    /** The symbol whose data a source gives instead. */
    Optional<Ticker> redirection(SourceId source, LocalDate night) {
        return redirections.stream()
                .filter(other ->
                        other.source().equals(source) && other.planted().isToldOn(night))
                .map(Redirection::answering)
                .findFirst();
    }

    /** What a source tells on a night, by ex-date. */
    List<Payout> payouts(SourceId source, LocalDate night) {
        List<Payout> payouts = new ArrayList<>(story.paid());
        payouts.removeIf(payout -> !payout.sources().contains(source));
        for (Lie lie : lies) {
            if (lie.source().equals(source) && lie.isToldOn(night)) {
                payouts.removeAll(lie.hides());
                payouts.addAll(lie.shows());
            }
        }
        payouts.sort(Comparator.comparing(Payout::exDate));
        return payouts;
    }

    /** The splits that a source lists. */
    List<StockSplit> splits(List<StockSplit> truly, SourceId source, LocalDate night) {
        List<StockSplit> listed = new ArrayList<>(truly);
        on(source, night).forEach(lie -> {
            StockSplit shown = lie.shown();
            if (listed.remove(lie.split()) && shown != null) {
                listed.add(shown);
            }
        });
        listed.sort(Comparator.comparing(StockSplit::date));
        return listed;
    }

    /** The splits that a source has adjusted dividends for. */
    List<StockSplit> amountSplits(List<StockSplit> truly, SourceId source, LocalDate night) {
        List<StockSplit> applied = new ArrayList<>(truly);
        on(source, night).filter(lie -> !lie.adjusts()).forEach(lie -> applied.remove(lie.split()));
        return applied;
    }

    private Stream<SplitLie> on(SourceId source, LocalDate night) {
        return splitLies.stream()
                .filter(lie -> lie.source().equals(source) && lie.planted().isToldOn(night));
    }

    List<Bar> bars(List<Bar> truly, SourceId source, LocalDate night) {
        List<Bar> bars = truly;
        for (CloseLie lie : closeLies) {
            if (lie.source().equals(source) && lie.planted().isToldOn(night)) {
                bars = lie.applied(bars);
            }
        }
        return bars;
    }
}
