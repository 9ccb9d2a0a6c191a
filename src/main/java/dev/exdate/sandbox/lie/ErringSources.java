package dev.exdate.sandbox.lie;

import dev.exdate.market.TradingCalendar;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutYear;
import dev.exdate.settings.SourceId;
import dev.exdate.source.yahoo.YahooSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Lies of single sources, and of those that copy them: doubled, made up, missing, in cents. */
record ErringSources(Disagreement disagreement, TradingCalendar calendar) implements Liar {
    private static final int DAYS_A_YEAR = 365;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public List<Lie> about(Story story) {
        List<Lie> lies = new ArrayList<>();
        for (Payout payout : story.cash()) {
            plant(lies, LieKind.DOUBLED, payout, this::doubled);
            plant(lies, LieKind.MISSING, payout, this::missing);
            plant(lies, LieKind.HUNDREDFOLD, payout, this::hundredfold);
            plant(lies, LieKind.PAY_DATE, payout, this::payDate);
            plant(lies, LieKind.PHANTOM, payout, this::phantom);
        }
        return lies;
    }

    private void plant(List<Lie> lies, LieKind kind, Payout payout, BiFunction<Payout, SourceId, Lie> lie) {
        if (disagreement.strikes(kind, payout)) {
            new Sharing(disagreement)
                    .erring(kind, payout).stream()
                            .filter(source -> kind != LieKind.PAY_DATE || !source.equals(YahooSource.ID))
                            .forEach(source -> lies.add(lie.apply(payout, source)));
        }
    }

    private Lie doubled(Payout payout, SourceId source) {
        int days = 1 + disagreement.roll(6, "days apart", payout.ticker(), payout.exDate());
        LocalDate other = trading(payout.exDate().minusDays(days));
        LocalDate day = other.equals(payout.exDate()) ? trading(payout.exDate().plusDays(1)) : other;
        Payout again = payout.movedTo(day);
        return new Lie(
                LieKind.DOUBLED,
                source,
                again,
                "event",
                List.of(),
                List.of(again),
                later(payout.declared(), day),
                days % 2 == 0 ? null : until(payout, "doubled", 20, 300));
    }

    /** Half-way to the next payment. */
    private Lie phantom(Payout payout, SourceId source) {
        LocalDate day = trading(payout.exDate().plusDays(DAYS_A_YEAR / 2 / PayoutYear.payments(payout.frequency())));
        Payout madeUp = payout.movedTo(day);
        return new Lie(LieKind.PHANTOM, source, madeUp, "event", List.of(), List.of(madeUp), day, null);
    }

    private Lie missing(Payout payout, SourceId source) {
        return new Lie(
                LieKind.MISSING,
                source,
                payout,
                "event",
                List.of(payout),
                List.of(),
                payout.declared(),
                until(payout, "missing", 30, 300));
    }

    private Lie hundredfold(Payout payout, SourceId source) {
        return new Lie(
                LieKind.HUNDREDFOLD,
                source,
                payout,
                "amount",
                List.of(payout),
                List.of(payout.withAmount(payout.amount().multiply(HUNDRED))),
                payout.declared(),
                until(payout, "hundredfold", 10, 300));
    }

    private Lie payDate(Payout payout, SourceId source) {
        int days = 1 + disagreement.roll(7, "pay", payout.ticker(), payout.exDate());
        return new Lie(
                LieKind.PAY_DATE,
                source,
                payout,
                "payment_date",
                List.of(payout),
                List.of(payout.paidOn(calendar.nextTradingDay(payout.payDate().plusDays(days)))),
                payout.declared(),
                until(payout, "pay date", 1, 300));
    }

    private LocalDate until(Payout payout, String what, int least, int more) {
        return payout.exDate().plusDays(least + disagreement.roll(more, what, payout.ticker(), payout.exDate()));
    }

    private LocalDate trading(LocalDate day) {
        return calendar.isTradingDay(day) ? day : calendar.nextTradingDay(day);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
