package dev.exdate.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which sources copy: independent ones are wrong, but rarely wrong alike. */
public record SharedErrors(int fewest, int percent) {
    /** Five errors of both, four fifths of them the same. */
    public static final SharedErrors USUAL = new SharedErrors(5, 80);

    /** Two sources that count once. */
    public record Pair(String one, String other) {}

    /**
     * @param errors one map per payment: what each source that was wrong has stated
     */
    public List<Pair> copies(List<Map<String, StatedAmount>> errors) {
        TreeSet<String> sources = new TreeSet<>();
        errors.forEach(one -> sources.addAll(one.keySet()));
        List<Pair> copies = new ArrayList<>();
        for (String one : sources) {
            for (String other : sources.tailSet(one, false)) {
                if (areCopies(errors, one, other)) {
                    copies.add(new Pair(one, other));
                }
            }
        }
        return copies;
    }

    private boolean areCopies(List<Map<String, StatedAmount>> errors, String one, String other) {
        List<Map<String, StatedAmount>> both = errors.stream()
                .filter(wrong -> wrong.containsKey(one) && wrong.containsKey(other))
                .toList();
        long alike = both.stream().filter(wrong -> isAlike(wrong, one, other)).count();
        return both.size() >= fewest && alike * 100 >= (long) both.size() * percent;
    }

    private static boolean isAlike(Map<String, StatedAmount> wrong, String one, String other) {
        StatedAmount first = wrong.get(one);
        StatedAmount second = wrong.get(other);
        return first != null && second != null && first.agreesWith(second);
    }
}
