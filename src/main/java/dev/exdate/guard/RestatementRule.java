package dev.exdate.guard;

import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Detects that a source has restated the past. Then all older rows are out of date too, not only the re-read ones. */
public record RestatementRule(Limits.Prices limits) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * A split since the newest stored bar always restates the past, however small the difference in the overlap. Any
     * other restatement shows as a stored day with a different close; adjusted closes are computed.
     */
    public boolean isRestated(KnownPrices known, PriceBars bars, List<Split> splits) {
        LocalDate newest = known.newest();
        if (newest == null || bars.isEmpty()) {
            return false;
        }
        LocalDate last = bars.getLast().date();
        return splits.stream().anyMatch(split -> isWithin(split.date(), newest, last)) || differs(known.tail(), bars);
    }

    private static boolean isWithin(LocalDate day, LocalDate after, LocalDate until) {
        return day.isAfter(after) && !day.isAfter(until);
    }

    private boolean differs(List<StoredBar> stored, PriceBars bars) {
        Map<LocalDate, PriceBar> read = bars.from(stored.getFirst().date()).stream()
                .collect(Collectors.toMap(PriceBar::date, Function.identity()));
        List<StoredBar> shared =
                stored.stream().filter(bar -> read.containsKey(bar.date())).toList();
        BigDecimal closes = rounding(
                shared.stream().map(StoredBar::close),
                shared.stream().map(bar -> bar(read, bar).close()));
        return shared.stream()
                .anyMatch(bar -> differs(bar.close(), bar(read, bar).close(), closes));
    }

    private static PriceBar bar(Map<LocalDate, PriceBar> read, StoredBar stored) {
        return Objects.requireNonNull(read.get(stored.date()));
    }

    private boolean differs(BigDecimal stored, BigDecimal read, BigDecimal rounding) {
        BigDecimal explained = stored.abs().multiply(limits.noise()).max(rounding);
        return stored.subtract(read).abs().compareTo(explained) > 0;
    }

    /**
     * The difference that rounding explains if the stored rows come from another source with fewer decimals, or the new
     * ones do.
     */
    private BigDecimal rounding(Stream<BigDecimal> stored, Stream<BigDecimal> read) {
        int before = decimals(stored);
        int now = decimals(read);
        return before == now ? BigDecimal.ZERO : HALF.movePointLeft(Math.min(before, now));
    }

    /** The most digits of any row, because JSON drops trailing zeros. No source rounds to less than cents. */
    private int decimals(Stream<BigDecimal> numbers) {
        return numbers.mapToInt(number -> number.stripTrailingZeros().scale())
                .map(scale -> Math.max(scale, limits.decimals()))
                .max()
                .orElse(limits.decimals());
    }
}
