package dev.exdate.truth;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is believed about a symbol's ex-date, from all that is said about it.
 *
 * @param decision about the payments
 * @param recordDate null if nobody states it, like the other dates
 * @param currency of the amounts; null if nobody states it
 */
public record DayBelief(
        DayDecision decision,
        @Nullable Choice<LocalDate> recordDate,
        @Nullable Choice<LocalDate> payDate,
        @Nullable Choice<LocalDate> declaredDate,
        @Nullable Choice<String> frequency,
        @Nullable String currency) {

    /** @param since when it was first said */
    public record Said(Statement statement, Instant since) {}

    /**
     * Dates are taken from those who do not contradict the payments.
     *
     * @param said of one symbol and ex-date
     * @return empty if nobody states an amount
     */
    public static Optional<DayBelief> of(List<Said> said, Evidence evidence) {
        List<DayStatement> statements = statements(inOneCurrency(said)).stream()
                .map(one -> one.readWith(evidence))
                .toList();
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        DayDecision decision = DayDecision.of(statements, evidence);
        List<String> contradicting =
                decision.conflicting().stream().map(DayStatement::source).toList();
        List<Said> agreeing = said.stream()
                .filter(one -> !contradicting.contains(one.statement().source()))
                .toList();
        return Optional.of(new DayBelief(
                decision,
                choice(Field.RECORD_DATE, agreeing, Statement::recordDate),
                choice(Field.PAY_DATE, agreeing, Statement::payDate),
                choice(Field.DECLARED_DATE, agreeing, Statement::declaredDate),
                choice(Field.FREQUENCY, agreeing, Statement::frequency),
                currency(said)));
    }

    /** The best authority's, as far as it or one that means the same states it. */
    private static @Nullable String currency(List<Said> said) {
        String unit = unit(said);
        return said.stream()
                .map(Said::statement)
                .filter(one -> one.amount() != null && one.currency() != null)
                .map(Statement::currency)
                .filter(currency -> unit == null || unit.equals(currency))
                .findFirst()
                .orElse(null);
    }

    /** Issuers and exchanges that name no currency pay in dollars. */
    private static @Nullable String unit(List<Said> said) {
        return said.stream()
                .map(Said::statement)
                .filter(one -> one.amount() != null)
                .filter(one -> one.currency() != null
                        || !Rules.authority(one.source(), Field.AMOUNT).isBelow(Authority.EXCHANGE_CALENDAR))
                .min(Comparator.comparing((Statement one) -> Rules.authority(one.source(), Field.AMOUNT))
                        .thenComparing(Statement::source))
                .map(one -> Objects.requireNonNullElse(one.currency(), "USD"))
                .orElse(null);
    }

    /** Amounts in another currency can't be compared; their dates can. */
    private static List<Said> inOneCurrency(List<Said> said) {
        String unit = unit(said);
        return said.stream()
                .filter(one -> unit == null
                        || one.statement().currency() == null
                        || unit.equals(one.statement().currency()))
                .toList();
    }

    private static List<DayStatement> statements(List<Said> said) {
        Map<String, List<Said>> bySource = said.stream()
                .filter(one -> one.statement().amount() != null)
                .collect(Collectors.groupingBy(one -> one.statement().source(), TreeMap::new, Collectors.toList()));
        List<DayStatement> statements = new ArrayList<>();
        bySource.forEach((source, all) -> statements.add(new DayStatement(
                source,
                all.stream().map(DayBelief::payment).toList(),
                all.stream().map(Said::since).max(Instant::compareTo).orElse(Instant.EPOCH))));
        return statements;
    }

    private static Payment payment(Said said) {
        BigDecimal amount = Objects.requireNonNull(said.statement().amount());
        BigDecimal adjusted = said.statement().beside().adjAmount();
        return new Payment(
                said.statement().kind(),
                adjusted == null ? StatedAmount.of(amount) : StatedAmount.adjustedBack(amount, adjusted));
    }

    /** One word of each source, its latest. */
    private static <V> @Nullable Choice<V> choice(
            Field field, List<Said> said, Function<Statement, @Nullable V> value) {
        if (said.stream().allMatch(one -> value.apply(one.statement()) == null)) {
            return null;
        }
        Map<String, FieldDecision.Stated<V>> stated = new TreeMap<>();
        for (Said one : said) {
            V it = value.apply(one.statement());
            if (it != null) {
                stated.merge(
                        one.statement().source(),
                        new FieldDecision.Stated<>(it, one.statement().source(), one.since()),
                        (before, now) -> now.since().isAfter(before.since()) ? now : before);
            }
        }
        return stated.isEmpty() ? null : FieldDecision.of(field, List.copyOf(stated.values()));
    }

    /** @param today the day as of which it is told */
    public PaymentStatus status(LocalDate exDate, LocalDate today) {
        Authority word = Rules.authority(decision.choice().source(), Field.AMOUNT);
        boolean byPayer = !word.isBelow(Authority.EXCHANGE_NOTICE)
                || declaredDate != null && !declaredDate.value().isAfter(today);
        return PaymentStatus.of(exDate, payDate == null ? null : payDate.value(), byPayer, today);
    }

    /** Who states each date, and why that one is believed. */
    public @Nullable String datesBecause() {
        List<String> parts = new ArrayList<>();
        because(parts, Field.RECORD_DATE, recordDate);
        because(parts, Field.PAY_DATE, payDate);
        because(parts, Field.DECLARED_DATE, declaredDate);
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    private static void because(List<String> parts, Field field, @Nullable Choice<LocalDate> choice) {
        if (choice != null) {
            parts.add("%s: %s (%s, %d to %d)"
                    .formatted(
                            field.word(),
                            choice.source(),
                            choice.reason().word(),
                            choice.inFavour(),
                            choice.against()));
        }
    }
}
