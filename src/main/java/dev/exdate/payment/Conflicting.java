package dev.exdate.payment;

import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.truth.Choice;
import dev.exdate.truth.DayBelief;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Payment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The finding about sources whose amounts for a day do not mean the same. */
final class Conflicting {
    private Conflicting() {}

    static Finding of(EventDay day, DayBelief belief) {
        Choice<List<Payment>> choice = belief.decision().choice();
        Stream<Finding.Said> others = belief.decision().conflicting().stream()
                .map(one -> new Finding.Said(one.source(), words(one.payments())));
        return new Finding(
                Code.AMOUNT_CONFLICT,
                day.symbol(),
                day.exDate(),
                "amount",
                Stream.concat(Stream.of(new Finding.Said(choice.source(), words(choice.value()))), others)
                        .toList(),
                words(choice.value()),
                choice.reason().word());
    }

    static String words(List<Payment> payments) {
        return payments.stream()
                .map(payment -> payment.amount().value().toPlainString())
                .collect(Collectors.joining(" + "));
    }
}
