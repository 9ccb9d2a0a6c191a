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
 * @param frequency {@code Weekly}, {@code Monthly}, {@code Quarterly}, {@code Semi-Annual}, {@code Annual}; {@code
 *     Special}
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
        Set<SourceId> sources) {}
