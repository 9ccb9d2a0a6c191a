package dev.exdate.payment;

import dev.exdate.truth.Authority;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Evidence;
import dev.exdate.truth.ExtraPayments;
import dev.exdate.truth.Field;
import dev.exdate.truth.Rules;
import dev.exdate.truth.UsualAmount;
import dev.exdate.truth.Witness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a symbol's other payments say of a day. */
record RhythmEvidence(Neighbours neighbours, SplitHistory splits) {
    /** How rarely a true payment stands between two others of the usual rhythm and is as much as those. */
    private static final BigDecimal RARELY = new BigDecimal("0.0002");

    /** So many payments on either side show what is usual. */
    private static final int NEAR = 4;

    /** Two that sell data may have it from one another. */
    private static final int COPIES = 2;

    /** Those of the days whose payment one source has too much. */
    Set<EventDay> extra(Collection<EventDay> days) {
        Set<EventDay> extra = new HashSet<>();
        Set<String> symbols = days.stream().map(EventDay::symbol).collect(Collectors.toSet());
        symbols.forEach(symbol -> ExtraPayments.of(neighbours.of(symbol).entrySet().stream()
                        .map(day -> paid(new EventDay(symbol, day.getKey()), day.getValue()))
                        .toList())
                .forEach(day -> extra.add(new EventDay(symbol, day))));
        extra.retainAll(Set.copyOf(days));
        return extra;
    }

    private ExtraPayments.Paid paid(EventDay day, List<Neighbours.Stated> said) {
        return new ExtraPayments.Paid(
                day.exDate(), splits.adjusted(day, said.getFirst().total()), isDoubtful(day, said));
    }

    /** The payer and exchanges are doubted only if a history lacks it. */
    private boolean isDoubtful(EventDay day, List<Neighbours.Stated> said) {
        boolean sold = said.size() <= COPIES
                && said.stream()
                        .allMatch(one -> Rules.authority(one.source(), Field.AMOUNT) == Authority.DATA_PROVIDER);
        return sold || said.size() == 1 && !neighbours.lacking(day).isEmpty();
    }

    /** An extra payment needs a price that shows it. */
    static Evidence doubting(Evidence known) {
        return known.with((BigDecimal cash) -> cash.signum() > 0
                ? known.witness().odds(cash).multiply(RARELY)
                : known.witness().odds(cash));
    }

    /** The usual regular payment of that time, in shares of the day. */
    Witness usual(EventDay day) {
        TreeMap<LocalDate, List<Neighbours.Stated>> all = neighbours.of(day.symbol());
        BigDecimal share = splits.adjusted(day, BigDecimal.ONE);
        List<BigDecimal> near = Stream.concat(
                        near(all.headMap(day.exDate(), false).descendingMap(), day.symbol()),
                        near(all.tailMap(day.exDate(), false), day.symbol()))
                .toList();
        Witness witness = UsualAmount.of(near);
        return cash -> witness.odds(cash.multiply(share));
    }

    private Stream<BigDecimal> near(Map<LocalDate, List<Neighbours.Stated>> days, String symbol) {
        return days.entrySet().stream()
                .filter(day -> day.getValue().stream().allMatch(Neighbours.Stated::single))
                .map(day -> splits.adjusted(
                        new EventDay(symbol, day.getKey()),
                        day.getValue().getFirst().total()))
                .limit(NEAR);
    }
}
