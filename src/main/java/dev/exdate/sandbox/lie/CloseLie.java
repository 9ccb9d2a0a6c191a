package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.settings.SourceId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Adjusted closes before an ex-date that one source has wrong, from one night to another. */
record CloseLie(SourceId source, Payout payout, Manner manner, LocalDate from, LocalDate to) {
    enum Manner {
        BOUNDLESS,
        NEGATIVE,
        TWICE,
        NOT
    }

    private static final BigDecimal HUGE = new BigDecimal("1.0E+38");
    private static final int DAYS = 30;

    Planted planted() {
        return new Planted(
                LieKind.ADJUSTED_CLOSE,
                source,
                payout.ticker(),
                payout.exDate(),
                "adj_close",
                "dividend counted once",
                switch (manner) {
                    case BOUNDLESS -> HUGE.toString();
                    case NEGATIVE -> "negative";
                    case TWICE -> "dividend counted twice";
                    case NOT -> "dividend not counted";
                },
                from,
                to);
    }

    List<Bar> applied(List<Bar> bars) {
        BigDecimal before = bars.stream()
                .filter(bar -> bar.date().isBefore(payout.exDate()))
                .reduce((earlier, later) -> later)
                .map(Bar::close)
                .orElse(BigDecimal.TEN);
        BigDecimal kept = BigDecimal.ONE.subtract(payout.amount().divide(before, MathContext.DECIMAL64));
        return bars.stream()
                .map(bar -> isConcerned(bar.date()) ? with(bar, wrong(bar.adjClose(), kept)) : bar)
                .toList();
    }

    private boolean isConcerned(LocalDate day) {
        boolean all = manner == Manner.TWICE || manner == Manner.NOT;
        return day.isBefore(payout.exDate())
                && (all || day.isAfter(payout.exDate().minusDays(DAYS)));
    }

    private BigDecimal wrong(BigDecimal adjusted, BigDecimal kept) {
        return switch (manner) {
            case BOUNDLESS -> HUGE;
            case NEGATIVE -> adjusted.negate();
            case TWICE -> adjusted.multiply(kept).setScale(6, RoundingMode.HALF_UP);
            case NOT -> adjusted.divide(kept, 6, RoundingMode.HALF_UP);
        };
    }

    private static Bar with(Bar bar, BigDecimal adjusted) {
        return new Bar(bar.date(), bar.open(), bar.high(), bar.low(), bar.close(), adjusted, bar.volume());
    }
}
