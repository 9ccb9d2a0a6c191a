package dev.exdate.update;

import dev.exdate.guard.AmountHistory;
import dev.exdate.market.AdjustedCloses;
import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import dev.exdate.truth.DayAmounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a symbol has paid, per share of today: as stored, and as found where nothing is stored. */
final class CashPaid {
    private CashPaid() {}

    static Map<LocalDate, BigDecimal> of(SymbolResult findings) {
        List<Split> splits = new ArrayList<>(findings.splits());
        findings.due().splits().stream()
                .filter(known -> splits.stream().noneMatch(split -> split.date().equals(known.date())))
                .forEach(splits::add);
        Map<LocalDate, BigDecimal> declared = new HashMap<>();
        findings.dividends().stream()
                .collect(Collectors.groupingBy(
                        Distribution::exDate, Collectors.mapping(Distribution::amount, Collectors.toList())))
                .forEach((day, amounts) -> declared.put(day, new DayAmounts(amounts).sum()));
        for (AmountHistory.Paid paid : findings.due().paid()) {
            declared.put(paid.exDate(), paid.amount());
        }
        Map<LocalDate, BigDecimal> cash = new HashMap<>();
        declared.forEach((day, amount) -> cash.put(day, AdjustedCloses.splitAdjusted(amount, day, splits)));
        return cash;
    }
}
