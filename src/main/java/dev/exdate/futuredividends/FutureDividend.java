package dev.exdate.futuredividends;

import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.truth.DayAmounts;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A declared dividend with an upcoming ex-date.
 *
 * @param payments all of the day; empty if no amount is known
 * @param source {@code FMP} or {@code Nasdaq}
 */
record FutureDividend(
        Ticker ticker,
        LocalDate exDate,
        List<BigDecimal> payments,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate paymentDate,
        @Nullable LocalDate declarationDate,
        @Nullable BigDecimal adjDividend,
        @Nullable String label,
        @Nullable String frequency,
        String source) {
    FutureDividend {
        payments = payments.isEmpty() ? List.of() : new DayAmounts(payments).payments();
    }

    /** All that is paid for the day. */
    @Nullable BigDecimal amount() {
        return payments.isEmpty() ? null : new DayAmounts(payments).sum();
    }

    EventDay day() {
        return new EventDay(ticker.symbol(), exDate);
    }

    /** What the calendar says: each payment. */
    Stream<Statement.Row> said() {
        BigDecimal whole = amount();
        Statement.Beside beside = adjDividend == null || whole == null || adjDividend.compareTo(whole) == 0
                ? Statement.Beside.NOTHING
                : new Statement.Beside(adjDividend, null, null, null, null);
        return payments.stream()
                .map(amount -> new Statement.Row(
                        new Distribution(
                                ticker,
                                exDate,
                                recordDate,
                                paymentDate,
                                declarationDate,
                                amount,
                                null,
                                frequency,
                                null),
                        beside));
    }

    /** The same day with what another row lists. */
    FutureDividend and(FutureDividend other) {
        List<BigDecimal> all = new ArrayList<>(payments);
        all.addAll(other.payments);
        boolean samePayment = all.isEmpty() || new DayAmounts(all).payments().size() == 1;
        return new FutureDividend(
                ticker,
                exDate,
                all,
                recordDate,
                paymentDate,
                declarationDate,
                samePayment ? adjDividend : null,
                label,
                frequency,
                source);
    }
}
