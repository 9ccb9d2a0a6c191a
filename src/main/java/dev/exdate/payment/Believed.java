package dev.exdate.payment;

import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.truth.Choice;
import dev.exdate.truth.DayBelief;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Payment;
import dev.exdate.truth.PaymentKind;
import dev.exdate.truth.PaymentStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code exdate.distribution}: one payment that is believed. */
record Believed(EventDay day, Payment payment, int nth, BigDecimal adjusted, PaymentStatus status, DayBelief belief) {
    static final Table<Believed> TABLE = new Table<>(
            "exdate.distribution",
            List.of(
                    Column.text("symbol", row -> row.day().symbol()),
                    Column.date("ex_date", row -> row.day().exDate()),
                    Column.text("kind", row -> row.payment().kind().word()),
                    new Column<>("nth", "integer", Believed::nth),
                    new Column<>("valid_to", "timestamptz", row -> "infinity"),
                    Column.numeric("amount", row -> row.payment().amount().value()),
                    Column.numeric("adj_amount", Believed::adjusted),
                    Column.text("currency", row -> row.belief().currency()),
                    Column.date("record_date", row -> value(row.belief().recordDate())),
                    Column.date("payment_date", row -> value(row.belief().payDate())),
                    Column.date("declaration_date", row -> value(row.belief().declaredDate())),
                    Column.text("frequency", row -> value(row.belief().frequency())),
                    Column.text("status", row -> row.status().word()),
                    Column.text("source", row -> row.choice().source()),
                    Column.text("reason", row -> row.choice().reason().word()),
                    new Column<>("in_favour", "integer", row -> row.choice().inFavour()),
                    new Column<>("against", "integer", row -> row.choice().against()),
                    Column.numeric("confidence", row -> row.choice().confidence()),
                    Column.text("dates_because", row -> row.belief().datesBecause())),
            List.of("symbol", "ex_date", "kind", "nth", "valid_to"),
            Table.Duplicates.lastWins());

    static List<Believed> of(EventDay day, DayBelief belief, SplitHistory splits, LocalDate marketDay) {
        PaymentStatus status = belief.status(day.exDate(), marketDay);
        Map<PaymentKind, Integer> numbers = new EnumMap<>(PaymentKind.class);
        List<Believed> rows = new ArrayList<>();
        for (Payment payment : belief.decision().choice().value()) {
            rows.add(new Believed(
                    day,
                    payment,
                    numbers.merge(payment.kind(), 1, Integer::sum) - 1,
                    splits.adjusted(day, payment.amount().value()),
                    status,
                    belief));
        }
        return rows;
    }

    private Choice<List<Payment>> choice() {
        return belief.decision().choice();
    }

    private static <V> @Nullable V value(@Nullable Choice<V> choice) {
        return choice == null ? null : choice.value();
    }
}
