package dev.exdate.guard;

import dev.exdate.market.PriceBars;
import dev.exdate.market.TradingCalendar;
import dev.exdate.truth.MarketWitness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a payment can be true, beside its share's price and the calendar. It needs nothing that is stored, so that a
 * symbol's first load is judged too.
 *
 * @param bars of the symbol, as far as they are known
 * @param cash its payments by ex-date, of shares as the bars count them
 */
public record PaymentRule(PriceBars bars, NavigableMap<LocalDate, BigDecimal> cash) {
    private static final Limits.Yearly LIMITS = Limits.USUAL.amounts().yearly();
    private static final TradingCalendar CALENDAR = new TradingCalendar();
    private static final int YEAR = 365;

    /** No source has older ones. */
    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);

    /** Since then the calendar knows every closing. */
    private static final LocalDate FIRST_KNOWN = LocalDate.of(2002, 1, 1);

    /** What is wrong with the day or its payment; empty if it is plausible, or if the price has shown it. */
    public Optional<Violation> of(LocalDate exDate, boolean foreign) {
        if (exDate.isBefore(FIRST)) {
            return Optional.of(new Violation(Guard.DATES, "a payment on %s, which is too long ago".formatted(exDate)));
        }
        if (!foreign && !exDate.isBefore(FIRST_KNOWN) && !CALENDAR.isTradingDay(exDate)) {
            return Optional.of(
                    new Violation(Guard.DATES, "a payment on %s, which is no trading day".formatted(exDate)));
        }
        return amount(exDate).filter(violation -> !isShown(exDate));
    }

    private Optional<Violation> amount(LocalDate exDate) {
        BigDecimal paid = cash.getOrDefault(exDate, BigDecimal.ZERO);
        int day = bars.first(exDate);
        if (paid.signum() <= 0 || day == 0 || bars.day(day - 1) < exDate.toEpochDay() - LIMITS.priceDays()) {
            return Optional.empty();
        }
        BigDecimal close = Objects.requireNonNull(bars.prices().close().get(day - 1));
        if (paid.compareTo(close) >= 0) {
            return Optional.of(new Violation(
                    Guard.AMOUNTS, "%s on %s, but a share was worth %s".formatted(plain(paid), exDate, plain(close))));
        }
        // A week's part of a year's most.
        boolean large = paid.multiply(BigDecimal.valueOf(100L * YEAR / 7)).compareTo(most(close)) >= 0;
        return large && year(exDate).movePointRight(2).compareTo(most(close)) > 0
                ? Optional.of(new Violation(
                        Guard.AMOUNTS,
                        "%s on %s, %s in a year, but a share was worth %s"
                                .formatted(plain(paid), exDate, plain(year(exDate)), plain(close))))
                : Optional.empty();
    }

    private static BigDecimal most(BigDecimal close) {
        return close.multiply(BigDecimal.valueOf(LIMITS.ofPrice()));
    }

    private BigDecimal year(LocalDate until) {
        return cash.subMap(until.minusDays(YEAR), false, until, true).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the price fell on the day by what is paid, as it hardly ever does otherwise. */
    public boolean isShown(LocalDate exDate) {
        BigDecimal paid = cash.getOrDefault(exDate, BigDecimal.ZERO);
        return MarketWitness.of(bars, exDate)
                .filter(witness -> witness.of(paid.doubleValue()) == MarketWitness.Verdict.CONFIRMS)
                .isPresent();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
