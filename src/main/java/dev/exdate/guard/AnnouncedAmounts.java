package dev.exdate.guard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a source's announced distributions with their symbols' payments.
 *
 * @param symbol of a row
 * @param amounts all payments of a row, empty where it says none
 * @param <R> a row of the source
 */
public record AnnouncedAmounts<R>(
        Function<R, String> symbol, Function<R, LocalDate> exDate, Function<R, List<BigDecimal>> amounts) {
    private static final AmountRule AMOUNTS = new AmountRule(Limits.USUAL.amounts());
    private static final ExDateRule EX_DATES = ExDateRule.of(Limits.USUAL.amounts());

    /** @param amount of a row, null where it says none */
    public static <R> AnnouncedAmounts<R> of(
            Function<R, String> symbol, Function<R, LocalDate> exDate, Function<R, @Nullable BigDecimal> amount) {
        return new AnnouncedAmounts<>(symbol, exDate, row -> {
            BigDecimal said = amount.apply(row);
            return said == null ? List.of() : List.of(said);
        });
    }

    /** The symbols whose histories {@link #screen} needs. */
    public Set<String> symbols(List<R> rows) {
        return rows.stream().map(symbol).collect(Collectors.toSet());
    }

    /** @param histories by symbol */
    public Screened<R> screen(
            List<R> rows, Map<String, AmountHistory> histories, LocalDate marketDay, OverrideGate gate) {
        List<R> taken = new ArrayList<>();
        List<Screened.Held<R>> held = new ArrayList<>();
        for (R row : rows) {
            violation(row, histories, marketDay)
                    .flatMap(found -> gate.objection(found.guard(), symbol.apply(row), found.finding()))
                    .ifPresentOrElse(reason -> held.add(new Screened.Held<>(row, reason)), () -> taken.add(row));
        }
        return new Screened<>(taken, held);
    }

    private Optional<Violation> violation(R row, Map<String, AmountHistory> histories, LocalDate marketDay) {
        LocalDate day = exDate.apply(row);
        if (EX_DATES.isTooFar(day, marketDay)) {
            return Optional.of(new Violation(
                    Guard.DATES, "%s: the ex-date %s is more than a year ahead".formatted(symbol.apply(row), day)));
        }
        List<BigDecimal> said = amounts.apply(row);
        AmountHistory history = histories.get(symbol.apply(row));
        return said.isEmpty() || history == null
                ? Optional.empty()
                : AMOUNTS.finding(history, day, said)
                        .map(finding -> new Violation(Guard.AMOUNTS, symbol.apply(row) + ": amount " + finding));
    }
}
