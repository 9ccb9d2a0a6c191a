package dev.exdate.update;

import dev.exdate.guard.LateSymbolsRule;
import dev.exdate.guard.Limits;
import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Symbols that traded in every recent session but have no bar for the newest one. A few are halted; many mean that the
 * source's answers are a day old. Used by one thread.
 */
final class LateSymbols {
    private static final LateSymbolsRule RULE = LateSymbolsRule.of(Limits.USUAL.sources());
    private static final int SHOWN = 5;

    private final LocalDate lastSession;
    private final LocalDate previousSession;
    private final LocalDate oldestOfTail;
    private final List<String> late = new ArrayList<>();
    private int compared;

    LateSymbols(TradingCalendar calendar, LocalDate lastSession) {
        this.lastSession = lastSession;
        this.previousSession = calendar.previousTradingDay(lastSession);
        LocalDate day = previousSession;
        for (int i = 1; i < DueSymbol.TAIL; i++) {
            day = calendar.previousTradingDay(day);
        }
        this.oldestOfTail = day;
    }

    /** The session that a result counts for; for late symbols the previous one, so that they are asked for again. */
    LocalDate seen(SymbolResult findings) {
        return isLate(findings) ? previousSession : lastSession;
    }

    boolean isLate(SymbolResult findings) {
        return isComparable(findings)
                && findings.bars()
                        .from(previousSession.plusDays(1))
                        .until(lastSession)
                        .isEmpty();
    }

    private boolean isComparable(SymbolResult findings) {
        DueSymbol due = findings.due();
        SourceId source = findings.source(DataKind.PRICES);
        return source != null
                && findings.outcomes().get(DataKind.PRICES) instanceof KindOutcome.Data
                && source.id().equals(due.priceSource())
                && due.tail().size() == DueSymbol.TAIL
                && previousSession.equals(due.lastPrice())
                && due.tail().getFirst().date().equals(oldestOfTail);
    }

    void note(SymbolResult findings) {
        if (isComparable(findings)) {
            compared++;
        }
        if (isLate(findings)) {
            late.add(findings.due().ticker().symbol());
        }
    }

    /** For the log; empty if none is late. */
    Optional<String> line() {
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "⏳ %d of %d symbols that traded on %s have no price for %s yet: %s%s; the next run asks again"
                                .formatted(
                                        late.size(),
                                        compared,
                                        previousSession,
                                        lastSession,
                                        String.join(", ", late.subList(0, Math.min(SHOWN, late.size()))),
                                        late.size() > SHOWN ? " and others" : ""));
    }

    /** What is wrong with the sources; empty if the late symbols are few enough to be halted. */
    Optional<String> finding() {
        return RULE.isYesterday(late.size(), compared)
                ? Optional.of("%d of %d symbols have no price for %s, only for %s: the answers are from yesterday"
                        .formatted(late.size(), compared, lastSession, previousSession))
                : Optional.empty();
    }
}
