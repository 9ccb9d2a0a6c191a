package dev.exdate.payment;

import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.truth.DayBelief;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Payment;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The findings about payments that a source has too much, counts twice, lacks, or pays on another day. */
record Doubts(Neighbours neighbours, Set<EventDay> extra) {
    /** What a decision of a day settles if it does not find it. */
    static final List<Code> CODES = List.of(Code.PHANTOM_PAYMENT, Code.MISSING_PAYMENT, Code.DATE_CONFLICT);

    private static final String PAYMENT = "payment";
    private static final String NONE = "none";

    /** Less may be left after rounding. */
    private static final BigDecimal SMALL = new BigDecimal("0.0051");

    List<Finding> of(EventDay day, DayBelief belief, List<DayBelief.Said> said) {
        List<Finding> found = new ArrayList<>();
        TreeMap<String, List<Statement>> sources = sources(said);
        List<Payment> believed = belief.decision().choice().value();
        BigDecimal total = sum(believed.stream().map(payment -> payment.amount().value()));
        if (extra.contains(day)) {
            found.add(extra(day, belief, sources));
        } else {
            List<Finding.Said> twice = counting(sources, total);
            if (!twice.isEmpty()) {
                found.add(finding(Code.PHANTOM_PAYMENT, day, twice, Conflicting.words(believed), "a gain counts once"));
            }
            lacking(day, believed, sources, found);
        }
        payDates(day, belief, said, found);
        return found;
    }

    private Finding extra(EventDay day, DayBelief belief, TreeMap<String, List<Statement>> sources) {
        boolean shown = belief.decision().choice().confidence().compareTo(new BigDecimal("0.5")) >= 0;
        return finding(
                Code.PHANTOM_PAYMENT,
                day,
                sources.entrySet().stream()
                        .map(one -> new Finding.Said(one.getKey(), words(one.getValue())))
                        .toList(),
                shown ? Conflicting.words(belief.decision().choice().value()) : null,
                shown ? "the price shows it" : "as much as its neighbours, and between two of the usual rhythm");
    }

    /** Sources whose dividend has the gain in it that they state beside it. */
    private static List<Finding.Said> counting(Map<String, List<Statement>> sources, BigDecimal total) {
        return sources.entrySet().stream()
                .filter(one ->
                        one.getValue().stream().anyMatch(said -> said.kind().isGain()))
                .filter(one -> {
                    BigDecimal gains = sum(one.getValue().stream()
                            .filter(said -> said.kind().isGain())
                            .map(said -> Objects.requireNonNull(said.amount())));
                    return gains.compareTo(SMALL) > 0
                            && isAbout(sum(one.getValue()).subtract(gains), total);
                })
                .map(one -> new Finding.Said(one.getKey(), words(one.getValue())))
                .toList();
    }

    private void lacking(
            EventDay day, List<Payment> believed, Map<String, List<Statement>> sources, List<Finding> found) {
        if (believed.stream().noneMatch(payment -> payment.kind().isCash())) {
            return;
        }
        List<Finding.Said> lacking = new ArrayList<>();
        neighbours.lacking(day).forEach(source -> lacking.add(new Finding.Said(source, NONE)));
        if (believed.size() > 1) {
            sources.forEach((source, said) -> {
                if (said.size() < believed.size() && isPart(said, believed)) {
                    lacking.add(new Finding.Said(source, words(said)));
                }
            });
        }
        if (!lacking.isEmpty()) {
            List<Finding.Said> all = new ArrayList<>();
            sources.forEach((source, said) -> {
                if (lacking.stream().noneMatch(one -> one.source().equals(source))) {
                    all.add(new Finding.Said(source, words(said)));
                }
            });
            all.addAll(lacking);
            found.add(finding(
                    Code.MISSING_PAYMENT, day, all, Conflicting.words(believed), "its list has the days around it"));
        }
    }

    private static boolean isPart(List<Statement> said, List<Payment> believed) {
        return said.stream()
                .allMatch(one -> believed.stream()
                        .anyMatch(payment -> isAbout(payment.amount().value(), Objects.requireNonNull(one.amount()))));
    }

    private static void payDates(EventDay day, DayBelief belief, List<DayBelief.Said> said, List<Finding> found) {
        if (belief.payDate() == null || belief.payDate().against() == 0) {
            return;
        }
        LocalDate believed = belief.payDate().value();
        found.add(new Finding(
                Code.DATE_CONFLICT,
                day.symbol(),
                day.exDate(),
                "pay-date",
                said.stream()
                        .map(DayBelief.Said::statement)
                        .filter(one -> one.payDate() != null)
                        .map(one -> new Finding.Said(one.source(), String.valueOf(one.payDate())))
                        .distinct()
                        .toList(),
                believed.toString(),
                belief.payDate().reason().word()));
    }

    private static Finding finding(
            Code code, EventDay day, List<Finding.Said> said, @Nullable String believed, String reason) {
        return new Finding(code, day.symbol(), day.exDate(), PAYMENT, said, believed, reason);
    }

    private static TreeMap<String, List<Statement>> sources(List<DayBelief.Said> said) {
        TreeMap<String, List<Statement>> sources = new TreeMap<>();
        said.stream()
                .map(DayBelief.Said::statement)
                .filter(one -> one.amount() != null && one.kind().isCash())
                .forEach(one -> sources.computeIfAbsent(one.source(), any -> new ArrayList<>())
                        .add(one));
        return sources;
    }

    private static BigDecimal sum(List<Statement> said) {
        return sum(said.stream().map(one -> Objects.requireNonNull(one.amount())));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isAbout(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(SMALL) <= 0;
    }

    private static String words(List<Statement> said) {
        return said.stream()
                .map(one -> Objects.requireNonNull(one.amount()).toPlainString())
                .collect(Collectors.joining(" + "));
    }
}
