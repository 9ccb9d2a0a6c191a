package dev.exdate.update;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person may ask of the update.
 *
 * @param symbols only these, due or not, excluded or not; empty for all that are due
 * @param from the first day to read for all symbols; null for what each symbol lacks
 * @param kinds only these
 * @param failureShare the share of attempted symbols that may fail before the update itself has failed: 0.2
 */
public record UpdateOptions(
        Set<Ticker> symbols, @Nullable LocalDate from, Set<DataKind> kinds, BigDecimal failureShare) {
    public static final UpdateOptions ALL =
            new UpdateOptions(Set.of(), null, EnumSet.allOf(DataKind.class), new BigDecimal("0.2"));

    public UpdateOptions {
        symbols = Set.copyOf(symbols);
        kinds = Set.copyOf(kinds);
    }

    public UpdateOptions only(DataKind first, DataKind... others) {
        return new UpdateOptions(symbols, from, EnumSet.of(first, others), failureShare);
    }

    public UpdateOptions of(Set<Ticker> chosen) {
        return new UpdateOptions(chosen, from, kinds, failureShare);
    }

    public UpdateOptions failingAbove(BigDecimal share) {
        return new UpdateOptions(symbols, from, kinds, share);
    }

    public UpdateOptions since(LocalDate day) {
        return new UpdateOptions(symbols, day, kinds, failureShare);
    }
}
