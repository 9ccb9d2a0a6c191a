package dev.exdate.truth;

import dev.exdate.market.Distribution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about one payment.
 *
 * @param nth of several payments of one kind on one day, from 0
 * @param amount per share as declared, with the digits as stated; null if the source states none
 */
public record Statement(
        String source,
        String symbol,
        LocalDate exDate,
        PaymentKind kind,
        int nth,
        @Nullable BigDecimal amount,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate declaredDate,
        @Nullable String frequency,
        @Nullable String currency,
        Beside beside) {

    /**
     * What else a source states of a payment.
     *
     * @param adjAmount per share, adjusted for splits
     * @param adjustedTo the newest split that it is adjusted for
     * @param roc return of capital, per cent of the amount
     * @param distributionRate per cent a year
     * @param secYield SEC yield of 30 days, per cent
     */
    public record Beside(
            @Nullable BigDecimal adjAmount,
            @Nullable LocalDate adjustedTo,
            @Nullable BigDecimal roc,
            @Nullable BigDecimal distributionRate,
            @Nullable BigDecimal secYield) {
        public static final Beside NOTHING = new Beside(null, null, null, null, null);
    }

    /** Of a source that lists days only. */
    public static Statement ofDates(
            String source,
            String symbol,
            LocalDate exDate,
            @Nullable LocalDate recordDate,
            @Nullable LocalDate payDate,
            @Nullable LocalDate declaredDate) {
        return new Statement(
                source,
                symbol,
                exDate,
                PaymentKind.REGULAR,
                0,
                null,
                recordDate,
                payDate,
                declaredDate,
                null,
                null,
                Beside.NOTHING);
    }

    public EventDay day() {
        return new EventDay(symbol, exDate);
    }

    /**
     * A row of an answer.
     *
     * @param kind in the source's words; null if it has none
     */
    public record Row(Distribution paid, @Nullable String kind, Beside beside) {
        /** A special payment may be told by its frequency only. */
        public Row(Distribution paid, Beside beside) {
            this(paid, paid.kind() == null ? paid.frequency() : paid.kind(), beside);
        }

        private EventDay day() {
            return new EventDay(paid.ticker().symbol(), paid.exDate());
        }
    }

    /** A source's whole days: payments of a day that mean the same are one, the others are numbered by kind. */
    public static List<Statement> of(String source, List<Row> answer) {
        Map<EventDay, List<Row>> days = new LinkedHashMap<>();
        answer.forEach(
                row -> days.computeIfAbsent(row.day(), any -> new ArrayList<>()).add(row));
        List<Statement> statements = new ArrayList<>();
        days.values().forEach(day -> statements.addAll(ofDay(source, day)));
        return statements;
    }

    private static List<Statement> ofDay(String source, List<Row> day) {
        List<BigDecimal> left = new ArrayList<>(
                new DayAmounts(day.stream().map(row -> row.paid().amount()).toList()).payments());
        Map<PaymentKind, Integer> numbers = new EnumMap<>(PaymentKind.class);
        List<Statement> statements = new ArrayList<>();
        for (Row row : day) {
            if (left.remove(row.paid().amount())) {
                PaymentKind kind = PaymentKind.of(row.kind(), row.paid().amount());
                statements.add(of(source, row, kind, numbers.merge(kind, 1, Integer::sum) - 1));
            }
        }
        return statements;
    }

    private static Statement of(String source, Row row, PaymentKind kind, int nth) {
        Distribution paid = row.paid();
        return new Statement(
                source,
                paid.ticker().symbol(),
                paid.exDate(),
                kind,
                nth,
                paid.amount(),
                paid.recordDate(),
                paid.payDate(),
                paid.declaredDate(),
                paid.frequency(),
                paid.currency(),
                row.beside());
    }
}
