package dev.exdate.truth;

import java.util.Set;

/**
 * How much a source's word counts.
 *
 * @param source its id
 * @param family those who have it from one another count once
 * @param weak fields in which it counts as an aggregator
 */
record Standing(String source, String family, Authority authority, Set<Field> weak) {
    Standing {
        weak = Set.copyOf(weak);
    }

    Authority in(Field field) {
        return weak.contains(field) ? Authority.AGGREGATOR : authority;
    }
}
