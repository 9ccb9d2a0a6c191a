package dev.exdate.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The known names that a mistyped one may stand for: by edit distance, a swap of two neighbours being one edit. */
public record Nearest(List<String> known) {
    private static final int MOST = 3;

    /** Characters of which one may be wrong. */
    private static final int SURE = 3;

    /** A shorter beginning says little. */
    private static final int SHORTEST_BEGINNING = 3;

    public Nearest(Collection<String> known) {
        this(List.copyOf(known));
    }

    private record Candidate(String name, int distance, int prefix) {
        static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::distance)
                .thenComparing(Comparator.comparingInt(Candidate::prefix).reversed())
                .thenComparing(Candidate::name);
    }

    /** At most three, the nearest first; none with more than one wrong character in three. */
    public List<String> to(String typed) {
        return within(typed, Math.max(1, typed.length() / SURE));
    }

    /** At most three, the nearest first; none further away than that many edits. */
    public List<String> within(String typed, int edits) {
        List<Candidate> best = new ArrayList<>();
        for (String name : known) {
            int limit = best.size() < MOST ? edits : best.getLast().distance();
            int distance = distance(typed, name, limit);
            if (distance > limit || distance >= Math.max(typed.length(), name.length())) {
                continue;
            }
            best.add(new Candidate(name, distance, commonPrefix(typed, name)));
            best.sort(Candidate.ORDER);
            if (best.size() > MOST) {
                best.removeLast();
            }
        }
        return best.stream().map(Candidate::name).toList();
    }

    private static int commonPrefix(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int same = 0;
        while (same < end && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** More than half of the other counts as one edit, if it is its beginning: people leave out suffixes. Beyond the limit it only says so. */
    private static int distance(String one, String other, int limit) {
        int shorter = Math.min(one.length(), other.length());
        boolean tells = shorter >= SHORTEST_BEGINNING && 2 * shorter > Math.max(one.length(), other.length());
        if (tells && (one.startsWith(other) || other.startsWith(one))) {
            return one.length() == other.length() ? 0 : 1;
        }
        return EditDistance.within(one, other, limit);
    }
}
