package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A symbol's last bar and the one before it. */
public record Quote(Bar last, BigDecimal previousClose) {
    private static final int DAYS_BACK = 12;

    /** From the last two trading days up to the market's day; empty if it has not traded recently. */
    public static Optional<Quote> of(Market market, Ticker ticker) {
        return of(market.bars(ticker, market.today().minusDays(DAYS_BACK), market.today()));
    }

    /** From the last two of these bars. */
    public static Optional<Quote> of(List<Bar> bars) {
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        Bar last = bars.getLast();
        return Optional.of(new Quote(
                last, bars.size() < 2 ? last.open() : bars.get(bars.size() - 2).close()));
    }

    public BigDecimal price() {
        return last.close();
    }

    public LocalDate date() {
        return last.date();
    }

    public BigDecimal change() {
        return last.close().subtract(previousClose);
    }

    /** Per cent. */
    public BigDecimal changePercent() {
        return percent(change(), previousClose, 5);
    }

    /** The part in per cent of the whole; 0 if the whole is 0. */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole, int decimals) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : part.movePointRight(2).divide(whole, decimals, RoundingMode.HALF_UP);
    }

    public static BigDecimal highest(List<Bar> bars) {
        return bars.stream().map(Bar::high).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    public static BigDecimal lowest(List<Bar> bars) {
        return bars.stream().map(Bar::low).min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }
}
