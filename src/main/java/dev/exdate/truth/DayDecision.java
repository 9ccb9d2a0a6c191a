package dev.exdate.truth;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is believed about a symbol's payments of one day.
 *
 * @param choice the payments with the most exact amounts, and why
 * @param conflicting statements that mean something else
 */
public record DayDecision(Choice<List<Payment>> choice, List<DayStatement> conflicting) {
    public DayDecision {
        conflicting = List.copyOf(conflicting);
    }

    /** @param said at least one, at most one of a source */
    public static DayDecision of(List<DayStatement> said, AmountMeaning.Terms terms) {
        return of(said, Evidence.NONE.with(terms));
    }

    /** @param said at least one, at most one of a source */
    static DayDecision of(List<DayStatement> said, Evidence evidence) {
        Camps<DayStatement> camps = Camps.of(
                Field.AMOUNT,
                said.stream()
                        .map(one -> new Camps.Voice<>(one, one.source(), one.since()))
                        .toList(),
                (one, other) -> one.means(other, evidence.terms()),
                day -> evidence.witness().odds(day.total().value()));
        List<DayStatement> best = camps.best().stream().map(Camps.Voice::value).toList();
        DayStatement fullest = fullest(best);
        Choice<DayStatement> choice = camps.choice();
        boolean decided = Rules.authority(fullest.source(), Field.AMOUNT) == Authority.PERSON;
        List<Payment> payments = fullest.payments().stream()
                .map(payment -> decided ? payment : exact(payment, fullest, best))
                .toList();
        return new DayDecision(
                new Choice<>(
                        payments,
                        stating(payments, fullest, best).source(),
                        choice.reason(),
                        choice.inFavour(),
                        choice.against(),
                        choice.confidence()),
                best.size() == said.size()
                        ? List.of()
                        : said.stream().filter(one -> !best.contains(one)).toList());
    }

    /** Whose amounts they are. */
    private static DayStatement stating(List<Payment> payments, DayStatement fullest, List<DayStatement> camp) {
        return Stream.concat(Stream.of(fullest), camp.stream())
                .filter(one -> amounts(one.payments()).equals(amounts(payments)))
                .findFirst()
                .orElse(fullest);
    }

    private static List<StatedAmount> amounts(List<Payment> payments) {
        return payments.stream().map(Payment::amount).toList();
    }

    /** Who lists most payments and counts none of them twice; the best authority first. */
    private static DayStatement fullest(List<DayStatement> camp) {
        DayStatement first = camp.getFirst();
        if (camp.size() == 1 || Rules.authority(first.source(), Field.AMOUNT) == Authority.PERSON) {
            return first;
        }
        return camp.stream()
                .filter(one -> camp.stream().noneMatch(one::countsTwice))
                .filter(one -> isInUnitOf(one, first))
                .sorted(Comparator.comparingInt(
                                (DayStatement one) -> one.payments().size())
                        .reversed())
                .findFirst()
                .orElse(first);
    }

    /** Amounts are taken from those who count in the unit and the shares of the best authority. */
    private static boolean isInUnitOf(DayStatement one, DayStatement first) {
        return one.isPartOf(first)
                || first.isPartOf(one)
                || first.countsTwice(one)
                || AmountMeaning.of(one.total(), first.total(), AmountMeaning.Terms.NONE)
                        .isSameNumber();
    }

    /** The same amount with the most digits, and the kind of who tells kinds apart, if they state the same payments. */
    private static Payment exact(Payment payment, DayStatement of, List<DayStatement> camp) {
        boolean alone = of.payments().size() == 1;
        if (alone && camp.size() == 1) {
            return payment;
        }
        List<Payment> same = camp.stream()
                .filter(one -> one.payments().size() == of.payments().size())
                .sorted(Comparator.comparing(one -> Rules.authority(one.source(), Field.KIND)))
                .flatMap(one -> one.payments().stream())
                .filter(one -> alone || one.kind() == payment.kind())
                .filter(one -> one.amount().agreesWith(payment.amount()))
                .toList();
        PaymentKind kind = same.stream().findFirst().map(Payment::kind).orElse(payment.kind());
        StatedAmount exact = same.stream()
                .map(Payment::amount)
                .min(Comparator.comparing(StatedAmount::halfUnit))
                .filter(amount -> amount.halfUnit().compareTo(payment.amount().halfUnit()) < 0)
                .orElse(payment.amount());
        return new Payment(kind, exact);
    }
}
