package dev.exdate.truth;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a payment has come. */
public enum PaymentStatus {
    /** Listed for a day ahead. */
    ANNOUNCED,
    /** The payer has said so, itself or in a notice of the exchange. */
    DECLARED,
    /** The ex-date has come. */
    GONE_EX,
    PAID,
    /** Nobody says it any more. */
    WITHDRAWN;

    /** After so many days, a payment without a known pay date is paid. */
    static final int LONGEST = 60;

    /** @param byPayer whether the payer's own word or the day of its declaration is known */
    static PaymentStatus of(LocalDate exDate, @Nullable LocalDate payDate, boolean byPayer, LocalDate today) {
        if (exDate.isAfter(today)) {
            return byPayer ? DECLARED : ANNOUNCED;
        }
        LocalDate paid = payDate == null ? exDate.plusDays(LONGEST) : payDate;
        return paid.isAfter(today) ? GONE_EX : PAID;
    }

    /** As the database has it: {@code gone_ex}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
