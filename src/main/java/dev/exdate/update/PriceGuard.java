package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.Guard;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares a source's prices of a symbol with the stored ones. It accepts what a market can do: a bankruptcy, a
 * fivefold day, a reverse split that the source reports. It rejects what only a mistake does.
 */
final class PriceGuard {
    private final LocalDate previousSession;

    /**
     * @param previousSession the session before the newest closed one; a symbol with a bar for it has traded recently
     */
    PriceGuard(LocalDate previousSession) {
        this.previousSession = previousSession;
    }

    /** @param splits that the source reports */
    Optional<Violation> of(
            DueSymbol due, SourceId source, SymbolQuery question, Answer<PriceBar> answer, List<Split> splits) {
        LocalDate newest = due.lastPrice();
        if (newest == null) {
            return Optional.empty();
        }
        // Of days, only who gave the stored ones can contradict itself, only while there is trade, and if asked for
        // them.
        boolean own = source.id().equals(due.priceSource())
                && !newest.isBefore(previousSession)
                && !newest.isAfter(question.until());
        return switch (answer) {
            case Answer.Failed<PriceBar> failed ->
                own && failed.failure() == Failure.NOT_FOUND ? gone(due, source, newest) : Optional.empty();
            case Answer.Nothing<PriceBar> ignored -> own ? gone(due, source, newest) : Optional.empty();
            case Answer.Rows<PriceBar>(List<PriceBar> rows) -> {
                TreeMap<LocalDate, PriceBar> bars = new TreeMap<>();
                rows.forEach(bar -> bars.put(bar.date(), bar));
                Optional<Violation> ofDays =
                        own ? days(due, source, bars, newest, question.pricesFrom()) : Optional.empty();
                yield ofDays.isPresent() ? ofDays : levels(due, source, bars, splits);
            }
        };
    }

    private static Optional<Violation> gone(DueSymbol due, SourceId source, LocalDate newest) {
        return Optional.of(new Violation(
                Guard.SHORT,
                "%s: %s has no price at all, but had one for %s".formatted(due.ticker(), source.id(), newest)));
    }

    private static Optional<Violation> days(
            DueSymbol due, SourceId source, TreeMap<LocalDate, PriceBar> bars, LocalDate newest, LocalDate from) {
        if (bars.lastKey().isBefore(newest)) {
            return Optional.of(new Violation(
                    Guard.STALE,
                    "%s: the newest price of %s is for %s, the stored one for %s"
                            .formatted(due.ticker(), source.id(), bars.lastKey(), newest)));
        }
        List<StoredBar> asked =
                due.tail().stream().filter(bar -> !bar.date().isBefore(from)).toList();
        long missing =
                asked.stream().filter(bar -> !bars.containsKey(bar.date())).count();
        return missing < 2 || missing * 3 < asked.size()
                ? Optional.empty()
                : Optional.of(new Violation(
                        Guard.SHORT,
                        "%s: %s lacks %d of the %d newest days that it gave before"
                                .formatted(due.ticker(), source.id(), missing, asked.size())));
    }

    private static Optional<Violation> levels(
            DueSymbol due, SourceId source, TreeMap<LocalDate, PriceBar> bars, List<Split> splits) {
        List<PriceLevel> past = due.tail().stream()
                .filter(bar -> bars.containsKey(bar.date()))
                .map(bar -> new PriceLevel(
                        bar.date(),
                        bar.close(),
                        Objects.requireNonNull(bars.get(bar.date())).close()))
                .filter(PriceLevel::known)
                .toList();
        List<PriceLevel> other = past.stream().filter(PriceLevel::isOther).toList();
        if (other.size() * 2 > past.size() && !other.getLast().isExplainedBy(splits)) {
            PriceLevel one = other.getLast();
            return Optional.of(new Violation(
                    Guard.PRICES,
                    "%s: %d of the %d newest stored closes differ at %s (%s: %s, stored %s), and no split explains it"
                            .formatted(
                                    due.ticker(),
                                    other.size(),
                                    past.size(),
                                    source.id(),
                                    one.date(),
                                    one.read().toPlainString(),
                                    one.stored().toPlainString())));
        }
        return PriceLeap.first(due.tail().getLast(), bars, splits)
                .map(leap -> new Violation(
                        Guard.PRICES,
                        "%s: the close of %s at %s is %s after %s, and no split explains it"
                                .formatted(
                                        due.ticker(),
                                        leap.bar().date(),
                                        source.id(),
                                        leap.bar().close().toPlainString(),
                                        leap.before().toPlainString())));
    }
}
