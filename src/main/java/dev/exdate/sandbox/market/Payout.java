package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * A declared distribution of the made-up market.
 *
 * @param amount USD per share as declared, not adjusted for later splits; zero declares that nothing is paid
 * @param frequency {@code Weekly}, {@code Every 4 Weeks}, {@code Monthly}, {@code Quarterly}, {@code Semi-Annual}, {@code
 *     Annual}; {@code Special}
 * @param sources that report it
 */
public record Payout(
        Ticker ticker,
        LocalDate exDate,
        LocalDate recordDate,
        LocalDate payDate,
        LocalDate declared,
        BigDecimal amount,
        String frequency,
        PayoutKind kind,
        Set<SourceId> sources) {

    /** Of the kind that its frequency and amount say. */
    public Payout(
            Ticker ticker,
            LocalDate exDate,
            LocalDate recordDate,
            LocalDate payDate,
            LocalDate declared,
            BigDecimal amount,
            String frequency,
            Set<SourceId> sources) {
        this(
                ticker,
                exDate,
                recordDate,
                payDate,
                declared,
                amount,
                frequency,
                amount.signum() == 0
                        ? PayoutKind.ZERO
                        : frequency.equals("Special") ? PayoutKind.SPECIAL : PayoutKind.REGULAR,
                sources);
    }

    public Payout withAmount(BigDecimal other) {
        return new Payout(ticker, exDate, recordDate, payDate, declared, other, frequency, kind, sources);
    }

    public Payout ofKind(PayoutKind other, BigDecimal paid) {
        return new Payout(ticker, exDate, recordDate, payDate, declared, paid, frequency, other, sources);
    }

    public Payout paidOn(LocalDate day) {
        return new Payout(ticker, exDate, recordDate, day, declared, amount, frequency, kind, sources);
    }

    /** The same payment some days later, or earlier. */
    public Payout movedTo(LocalDate day) {
        long days = day.toEpochDay() - exDate.toEpochDay();
        return new Payout(
                ticker,
                day,
                recordDate.plusDays(days),
                payDate.plusDays(days),
                declared,
                amount,
                frequency,
                kind,
                sources);
    }
}
