package dev.exdate.guard;

import java.math.BigDecimal;

/**
 * Every limit that decides whether an answer can be right. Percentages are whole per cents. Factors are compared both
 * ways: five times as much, and a fifth of it. {@code docs/operations.md} lists them all; a test compares the two.
 *
 * @param lists how much of a list may be missing
 * @param sources how much of a source's work may fail before nothing of it counts
 * @param prices how far prices may move
 * @param amounts how far distributions may lie from what a symbol pays
 * @param holdings how much of a fund may be missing
 */
public record Limits(Lists lists, Sources sources, Prices prices, Amounts amounts, Holdings holdings) {
    /** The ones in force. */
    public static final Limits USUAL = new Limits(
            new Lists(50, 80, 90, 6, 4, 5),
            new Sources(20, new Share(2, 33), new Share(3, 33), new Share(5, 51), 1, 100),
            new Prices(
                    new Levels(new BigDecimal("1.5"), new Share(1, 51), 30),
                    new Leaps(BigDecimal.valueOf(30), new BigDecimal("0.01"), 7),
                    BigDecimal.valueOf(5),
                    new BigDecimal("0.000002"),
                    2),
            new Amounts(
                    12,
                    BigDecimal.TEN,
                    BigDecimal.valueOf(3),
                    25,
                    BigDecimal.valueOf(40),
                    new Units(BigDecimal.valueOf(100), new BigDecimal("1.5"), 3, new BigDecimal("1.1")),
                    366),
            new Holdings(80, 120, 60));

    /**
     * Lists, calendars, notices.
     *
     * @param kept per cent of the rows a list had last time: with that many or fewer it is held back, since lists shrink
     *     by a few rows a day
     * @param directoryKept the same for the symbol directories, which change least of all and decide what is asked for
     * @param stated per cent of the rows a list says it has: with fewer it was cut off
     * @param fewest announcements or positions; of fewer half may well have been withdrawn or sold
     * @param fewestNamed symbols a notice names; fewer than for lists, since a notice contradicts itself
     * @param sessions from so many on there is always a dividend: an empty calendar cannot be true
     */
    public record Lists(int kept, int directoryKept, int stated, int fewest, int fewestNamed, int sessions) {}

    /**
     * What a source may fail at.
     *
     * @param failed per cent of a task's questions: with more the task fails, below that the next run asks again
     * @param missing of the rows a source gave before and leaves out now: one or two may be corrections
     * @param contradicted of the symbols a source was compared for: from then on new ones are not believed either, since
     *     nothing tells their right prices from wrong ones
     * @param late of the symbols that traded lately and have no price of the newest session: a few are halted, most are
     *     yesterday's answer
     * @param excluded per cent of all symbols that no source knows any more: more at once is an outage
     * @param mostExcluded the same as a number, for a large table
     */
    public record Sources(int failed, Share missing, Share contradicted, Share late, int excluded, int mostExcluded) {}

    /**
     * So many at least, and that share at least.
     *
     * @param fewest of fewer no share tells anything
     * @param percent of all that were compared
     */
    public record Share(int fewest, int percent) {
        /** Whether as many of all have it as the limit says. */
        boolean isReached(long some, long all) {
            return some >= fewest && some * 100 >= all * percent;
        }
    }

    /**
     * Prices.
     *
     * @param levels the past as a whole
     * @param leaps one day against the one before
     * @param jumpFactor between two closes: said in the log, believed all the same
     * @param noise share of a price that sources with binary floats compute anew each day: no restatement
     * @param decimals no source rounds to less than cents
     */
    public record Prices(Levels levels, Leaps leaps, BigDecimal jumpFactor, BigDecimal noise, int decimals) {}

    /**
     * Stored closes against the same days read again.
     *
     * @param factor corrections and small spin-offs move a close less
     * @param moved of the stored closes: one that moved alone is a corrected day
     * @param splitDays a split of the last so many days may have moved them
     */
    public record Levels(BigDecimal factor, Share moved, int splitDays) {}

    /**
     * A day's nearest price against the close before.
     *
     * @param factor who goes bankrupt or finds a cure opens nearer than that
     * @param smallest price in USD: below it a single tick is as much
     * @param splitDays sources date a split up to so many days off
     */
    public record Leaps(BigDecimal factor, BigDecimal smallest, int splitDays) {}

    /**
     * Distributions.
     *
     * @param payments the newest ones, which an amount is held against
     * @param far factor: a stored amount that changes so much is no correction, an amount so far above the usual one is
     *     no raise
     * @param largest factor above the largest payment: specials come again
     * @param ofPrice per cent of the newest close that one payment rarely reaches
     * @param withoutPrice factor above the usual payment where no close is known; a year's gains are rarely more
     * @param units the same payment in another unit
     * @param daysAhead no issuer announces an ex-date further ahead
     */
    public record Amounts(
            int payments,
            BigDecimal far,
            BigDecimal largest,
            int ofPrice,
            BigDecimal withoutPrice,
            Units units,
            int daysAhead) {}

    /**
     * Cents for dollars, or the other way round.
     *
     * @param factor between the units
     * @param about factor between the payments of one who pays about the same
     * @param steadyPayments so many payments show whether somebody always pays the same
     * @param steady factor between the payments of one who does
     */
    public record Units(BigDecimal factor, BigDecimal about, int steadyPayments, BigDecimal steady) {}

    /**
     * A fund's holdings.
     *
     * @param wholeFrom per cent of weight from which stored holdings count as whole
     * @param wholeTo per cent up to which they do: leverage goes beyond
     * @param weightKept per cent of a whole fund's weight: with less and fewer positions the file was cut off
     */
    public record Holdings(int wholeFrom, int wholeTo, int weightKept) {}
}
