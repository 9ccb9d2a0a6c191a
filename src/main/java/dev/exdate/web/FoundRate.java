package dev.exdate.web;

/**
 * Looks for the rate that a source allows: it rises by a quarter until the source refuses, halves the distance between
 * what went well and what did not, and settles just below. A refusal of what went well before lowers both. For one
 * thread at a time; time is given by the caller.
 */
final class FoundRate {
    private static final double RISE = 1.25;
    private static final double CLOSE = 1.06;
    private static final double FALL = 0.7;
    private static final double SLOWEST = 0.05;
    private static final double FASTEST = 1000;

    /** A rate has gone well if so many requests of it have, over so long a time. */
    private static final int PROOF = 5;

    private static final double PROOF_SECONDS = 1.5;

    /** Limits change; now and then a settled rate is tried again. */
    private static final double SETTLED_SECONDS = 600;

    /** Requests under way at a refusal are refused too; they say nothing new. */
    private static final double DEAF_SECONDS = 2;

    private double good;
    private double bad = Double.POSITIVE_INFINITY;
    private double rate;
    private double since;
    private double deafUntil = Double.NEGATIVE_INFINITY;
    private int proofs;

    /** @param start requests per second to begin with */
    FoundRate(double start) {
        good = start;
        rate = start;
    }

    /** Requests per second to ask with now. */
    double rate() {
        return rate;
    }

    /** What has gone well for long, for the next night. */
    double settled() {
        return good;
    }

    /** @param seconds on any clock that only runs forward */
    void wentThrough(double seconds) {
        if (seconds < deafUntil) {
            since = seconds;
            proofs = 0;
            return;
        }
        proofs++;
        if (proofs == 1) {
            since = seconds;
        }
        double spent = seconds - since;
        boolean used = (proofs - 1) >= 0.75 * spent * rate;
        if (!used) {
            // Slower than allowed: this proves nothing about a higher rate.
            proofs = 1;
            since = seconds;
            return;
        }
        boolean settled = bad / good < CLOSE;
        if (proofs > PROOF && spent >= (settled ? SETTLED_SECONDS : PROOF_SECONDS)) {
            good = rate;
            if (settled) {
                bad = Double.POSITIVE_INFINITY;
            }
            rate = Math.min(FASTEST, next());
            proofs = 0;
        }
    }

    private double next() {
        if (Double.isInfinite(bad)) {
            return good * RISE;
        }
        return bad / good < CLOSE ? good : Math.sqrt(good * bad);
    }

    /** The source said "too many". */
    void refused(double seconds) {
        if (seconds < deafUntil) {
            return;
        }
        deafUntil = seconds + DEAF_SECONDS;
        proofs = 0;
        bad = rate;
        if (rate <= good) {
            good = Math.max(SLOWEST, good * FALL);
        }
        rate = good;
    }
}
