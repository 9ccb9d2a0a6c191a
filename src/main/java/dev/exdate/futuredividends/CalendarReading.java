package dev.exdate.futuredividends;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskFailed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a calendar. One thread adds them, while the requesting threads check {@link #hasFailed}. */
final class CalendarReading {
    private final LocalDate first;
    private final LocalDate last;
    private final Map<Key, FutureDividend> byKey = new LinkedHashMap<>();
    private long asked;
    private volatile @Nullable Problem problem;

    CalendarReading(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    private record Key(String symbol, LocalDate exDate) {}

    private record Problem(DividendCalendar.Span span, Failure failure, String message) {}

    void take(CalendarPart part) {
        asked += part.asked() ? 1 : 0;
        if (part.answer() instanceof Answer.Failed<FutureDividend>(Failure failure, String message) && !hasFailed()) {
            problem = new Problem(part.span(), failure, message);
        }
        part.answer().rowsOrEmpty().forEach(this::add);
    }

    /** Rows outside the window are ignored. The table has one row per symbol and ex-date. */
    private void add(FutureDividend dividend) {
        if (dividend.exDate().isBefore(first) || dividend.exDate().isAfter(last)) {
            return;
        }
        byKey.merge(new Key(dividend.ticker().symbol(), dividend.exDate()), dividend, FutureDividend::and);
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }

    boolean hasFailed() {
        return problem != null;
    }

    /** Whether the key's plan does not include the calendar; then another source may be asked. */
    boolean notCovered() {
        Problem found = problem;
        return found != null && (found.failure() == Failure.PLAN || found.failure() == Failure.UNAUTHORIZED);
    }

    void requireWhole(String calendar) throws TaskFailed {
        Problem found = problem;
        if (found != null) {
            throw refused("%s's calendar could not be read for %s: %s: %s; the table is unchanged"
                    .formatted(calendar, found.span().words(), found.failure().word(), found.message()));
        }
    }

    TaskFailed refused(String reason) {
        return new TaskFailed(reason, new Tally(asked, byKey.size(), 0, 0, 0, hasFailed() ? 1 : 0));
    }

    Collection<FutureDividend> dividends() {
        return byKey.values();
    }

    /** Messages about symbols with several payments on one ex-date. */
    List<String> repeated() {
        return byKey.values().stream()
                .filter(dividend -> dividend.payments().size() > 1)
                .map(dividend -> "⚠️  %s %s is listed with %s; their sum is stored"
                        .formatted(
                                dividend.ticker(),
                                dividend.exDate(),
                                dividend.payments().stream()
                                        .map(BigDecimal::toPlainString)
                                        .collect(Collectors.joining(" and "))))
                .toList();
    }

    long asked() {
        return asked;
    }
}
