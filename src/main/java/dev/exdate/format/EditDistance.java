package dev.exdate.format;

/** How many edits make one name of another; a swap of two neighbours is one edit. */
public final class EditDistance {
    private EditDistance() {}

    public static int between(String one, String other) {
        return within(one, other, Integer.MAX_VALUE);
    }

    /** The same, or {@link Integer#MAX_VALUE} as soon as it is known to be above the limit. */
    static int within(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return Integer.MAX_VALUE;
        }
        int[] before = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int cost = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > limit) {
                return Integer.MAX_VALUE;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[other.length()];
    }
}
