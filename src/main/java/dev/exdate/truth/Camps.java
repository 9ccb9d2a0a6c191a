package dev.exdate.truth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Divides what sources say into camps that mean the same, and finds the camp to believe. */
final class Camps<V> {
    private final Field field;
    private final BiPredicate<V, V> same;
    private final Function<V, BigDecimal> odds;
    private final List<List<Voice<V>>> camps = new ArrayList<>();

    /**
     * One source's word.
     *
     * @param since when it was first said like this
     */
    record Voice<V>(V value, String source, Instant since) {
        Authority in(Field field) {
            return Rules.authority(source, field);
        }
    }

    private Camps(Field field, BiPredicate<V, V> same, Function<V, BigDecimal> odds) {
        this.field = field;
        this.same = same;
        this.odds = odds;
    }

    /** @param same whether two values mean the same */
    static <V> Camps<V> of(Field field, List<Voice<V>> voices, BiPredicate<V, V> same) {
        return of(field, voices, same, any -> BigDecimal.ONE);
    }

    /**
     * @param same whether two values mean the same
     * @param odds a witness's word: how well a value fits, compared with nothing
     */
    static <V> Camps<V> of(Field field, List<Voice<V>> voices, BiPredicate<V, V> same, Function<V, BigDecimal> odds) {
        Camps<V> camps = new Camps<>(field, same, odds);
        voices.stream()
                .sorted(Comparator.comparing((Voice<V> voice) -> voice.in(field))
                        .thenComparing(Voice::source))
                .forEach(camps::join);
        return camps;
    }

    /** The first of a camp, its best authority, speaks for it. */
    private void join(Voice<V> voice) {
        for (List<Voice<V>> camp : camps) {
            if (same.test(camp.getFirst().value(), voice.value())) {
                camp.add(voice);
                return;
            }
        }
        camps.add(new ArrayList<>(List.of(voice)));
    }

    /** The camp to believe, its best authority first. */
    List<Voice<V>> best() {
        return camps.stream().min(this::compare).orElseThrow(() -> new IllegalStateException("nobody says anything"));
    }

    private boolean isRefuted(List<Voice<V>> camp) {
        BigDecimal needed = odds(camp).multiply(Witness.CLEAR);
        return camps.stream().anyMatch(other -> odds(other).compareTo(needed) >= 0);
    }

    private BigDecimal odds(List<Voice<V>> camp) {
        return odds.apply(camp.getFirst().value());
    }

    private int compare(List<Voice<V>> one, List<Voice<V>> other) {
        int byWitness = Boolean.compare(isRefuted(one), isRefuted(other));
        if (byWitness != 0) {
            return byWitness;
        }
        int byAuthority = authority(one).compareTo(authority(other));
        if (byAuthority != 0) {
            return byAuthority;
        }
        int byFamilies = families(other).size() - families(one).size();
        return byFamilies != 0 ? byFamilies : newest(other).compareTo(newest(one));
    }

    Choice<V> choice() {
        List<Voice<V>> best = best();
        Voice<V> first = best.getFirst();
        List<Voice<V>> others = camps.stream()
                .filter(camp -> camp != best)
                .flatMap(Collection::stream)
                .toList();
        Collection<Authority> in = families(best).values();
        Map<String, Authority> opposed = families(others);
        opposed.keySet().removeAll(families(best).keySet());
        return new Choice<>(
                first.value(),
                first.source(),
                reason(best),
                in.size(),
                opposed.size(),
                Confidence.of(in, opposed.values(), likelier(best)));
    }

    /** Compared with the best of the others, or with nothing. */
    private BigDecimal likelier(List<Voice<V>> best) {
        BigDecimal other = camps.stream()
                .filter(camp -> camp != best)
                .map(this::odds)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
        return odds(best).divide(other.max(BigDecimal.ONE), MathContext.DECIMAL64);
    }

    private Reason reason(List<Voice<V>> best) {
        if (camps.size() == 1) {
            return best.size() == 1 ? Reason.ONLY_ONE : Reason.ALL_AGREE;
        }
        if (camps.stream().anyMatch(camp -> isRefuted(camp) && !authority(best).isAbove(authority(camp)))) {
            return Reason.MARKET;
        }
        List<List<Voice<V>>> equals = camps.stream()
                .filter(camp -> camp != best && authority(camp) == authority(best))
                .toList();
        if (equals.isEmpty()) {
            return Reason.AUTHORITY;
        }
        return equals.stream()
                        .allMatch(camp -> families(camp).size() < families(best).size())
                ? Reason.INDEPENDENT_SOURCES
                : Reason.NEWEST;
    }

    private Authority authority(List<Voice<V>> camp) {
        return camp.getFirst().in(field);
    }

    /** Copies count once, with the best authority among them. */
    private Map<String, Authority> families(List<Voice<V>> voices) {
        Map<String, Authority> families = new TreeMap<>();
        BinaryOperator<Authority> better = (one, other) -> one.isAbove(other) ? one : other;
        voices.forEach(voice -> families.merge(Rules.standing(voice.source()).family(), voice.in(field), better));
        return families;
    }

    private static <V> Instant newest(List<Voice<V>> camp) {
        return camp.stream().map(Voice::since).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
