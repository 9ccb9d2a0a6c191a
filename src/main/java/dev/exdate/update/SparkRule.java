package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.guard.BarRule;
import dev.exdate.guard.Limits;
import dev.exdate.guard.PriceGuard;
import dev.exdate.guard.PricesAnswered;
import dev.exdate.guard.RestatementRule;
import dev.exdate.guard.StoredBar;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.settings.SourceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the newest closes of a symbol may be stored as they are. They may if they agree with all that is stored of
 * their days, and nothing about them asks for a second look: then only the chart can say what has happened. Pure.
 *
 * @param previousSession the one before the newest closed session
 * @param lastSession the newest closed session; later bars are not final
 */
record SparkRule(SourceId source, LocalDate previousSession, LocalDate lastSession, Limits limits) {
    /** A move of a third up, or a quarter down, may be a split. */
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** What the closes say. */
    sealed interface Verdict {
        /**
         * They may be stored.
         *
         * @param bars those after the newest stored one; without any, the newest stored one itself
         * @param late whether a symbol that traded in the session before lacks the newest one
         */
        record Accepted(List<PriceBar> bars, boolean late) implements Verdict {}

        /** The chart must be asked. */
        record Doubtful(String reason) implements Verdict {}
    }

    Verdict of(DueSymbol due, List<PriceBar> stated) {
        List<PriceBar> closes =
                stated.stream().filter(bar -> !bar.date().isAfter(lastSession)).toList();
        LocalDate newest = due.lastPrice();
        Set<LocalDate> days = closes.stream().map(PriceBar::date).collect(Collectors.toSet());
        if (newest == null || !days.contains(newest)) {
            return new Verdict.Doubtful("not enough days");
        }
        if (!storedSince(due, closes.getFirst().date())
                .equals(days.stream().filter(day -> !day.isAfter(newest)).collect(Collectors.toSet()))) {
            return new Verdict.Doubtful("other days");
        }
        if (new RestatementRule(limits.prices()).isRestated(due.known(), PriceBars.of(closes), List.of())) {
            return new Verdict.Doubtful("restated");
        }
        List<PriceBar> added =
                closes.stream().filter(bar -> bar.date().isAfter(newest)).toList();
        PricesAnswered answered =
                new PricesAnswered(source, closes.getFirst().date(), lastSession, new Answer.Rows<>(closes), List.of());
        PriceBars columns = PriceBars.of(added);
        boolean impossible =
                !IntStream.range(0, columns.size()).allMatch(i -> new BarRule(limits.prices()).isPossible(columns, i));
        if (impossible
                || moves(due.tail().getLast().close(), added)
                || new PriceGuard(previousSession, limits)
                        .of(due.known(), answered)
                        .isPresent()) {
            return new Verdict.Doubtful("unusual move");
        }
        return added.isEmpty()
                ? new Verdict.Accepted(
                        closes.stream().filter(bar -> bar.date().equals(newest)).toList(),
                        newest.equals(previousSession))
                : new Verdict.Accepted(
                        added.stream().map(SparkRule::unadjusted).toList(),
                        !added.getLast().date().equals(lastSession)
                                && added.getLast().date().equals(previousSession));
    }

    private static Set<LocalDate> storedSince(DueSymbol due, LocalDate first) {
        return due.tail().stream()
                .map(StoredBar::date)
                .filter(day -> !day.isBefore(first))
                .collect(Collectors.toSet());
    }

    private static boolean moves(@Nullable BigDecimal before, List<PriceBar> added) {
        BigDecimal previous = before;
        for (PriceBar bar : added) {
            if (previous != null
                    && (bar.close().multiply(THREE).compareTo(previous.multiply(FOUR)) >= 0
                            || bar.close().multiply(FOUR).compareTo(previous.multiply(THREE)) <= 0)) {
                return true;
            }
            previous = bar.close();
        }
        return false;
    }

    /** The newest adjusted closes equal the closes, until a dividend or split comes after them. */
    private static PriceBar unadjusted(PriceBar bar) {
        return new PriceBar(bar.date(), bar.open(), bar.high(), bar.low(), bar.close(), bar.close(), bar.volume());
    }
}
