package dev.exdate.guard;

import java.math.BigDecimal;

/**
 * All limits of the plausibility rules. Factors work both ways: five times as much, or a fifth of it.
 * {@code docs/operations.md} lists them; a test compares the two.
 *
 * @param lists how much of a list may be missing
 * @param sources how often a source may fail or contradict itself
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
                    new Levels(new BigDecimal("1.5"), new Share(1, 51), new BigDecimal("0.002"), new Share(2, 51), 30),
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
                    366,
                    30,
                    30,
                    new Yearly(300, 7)),
            new Holdings(80, 120, 60));

    /**
     * Lists, calendars, notices.
     *
     * @param kept per cent of the rows a list had last time; a list with that many or fewer is rejected, because real
     *     lists lose only a few rows a day
     * @param directoryKept the same for symbol directories, which change least and decide what is asked for
     * @param stated per cent of a list's own count; with fewer rows it is incomplete
     * @param fewest announcements or positions; of fewer, half may really have been withdrawn or sold
     * @param fewestNamed symbols a notice names; fewer than for lists, because such a notice contradicts itself
     * @param sessions trading days; over so many there is always a dividend
     */
    public record Lists(int kept, int directoryKept, int stated, int fewest, int fewestNamed, int sessions) {}

    /**
     * What a source may fail at.
     *
     * @param failed per cent of a task's requests; with more failures the task fails, otherwise the next run asks again
     * @param missing rows that a source gave before and leaves out now; one may be a correction
     * @param contradicted compared symbols for which a source contradicts itself; then its new symbols are rejected too,
     *     because nothing tells their right prices from wrong ones
     * @param late recently traded symbols without a price for the newest session; a few are halted, most mean yesterday's
     *     answer
     * @param excluded per cent of all symbols that no source knows any more; more at once mean an outage
     * @param mostExcluded the same as a number, for a large table
     */
    public record Sources(int failed, Share missing, Share contradicted, Share late, int excluded, int mostExcluded) {}

    /**
     * A number and a share, both of which must be reached.
     *
     * @param fewest below it, a share means nothing
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
     * @param jumpFactor between two closes; noted in the log, but accepted
     * @param noise share of a price that changes daily at sources with binary floats; not a restatement
     * @param decimals no source rounds to fewer
     */
    public record Prices(Levels levels, Leaps leaps, BigDecimal jumpFactor, BigDecimal noise, int decimals) {}

    /**
     * Stored closes against the same days read again.
     *
     * @param factor corrections and small spin-offs move a close by less
     * @param moved of the stored closes; a single one is a corrected day
     * @param restated share of a close by which its own source may change it
     * @param series of the stored closes of the same source; with fewer, the past has not moved as one
     * @param splitDays a split of the last so many days may have moved them
     */
    public record Levels(BigDecimal factor, Share moved, BigDecimal restated, Share series, int splitDays) {}

    /**
     * A day's nearest price against the close before.
     *
     * @param factor even after a bankruptcy or a cure, trading opens nearer than that
     * @param smallest price in USD; below it, a single tick is as large
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
     * @param correctedDays so long after its ex-date, one payment may be corrected
     * @param splitDays so long after a split, a source may adjust its dividends late
     * @param yearly a payment and its year against the share's price
     */
    public record Amounts(
            int payments,
            BigDecimal far,
            BigDecimal largest,
            int ofPrice,
            BigDecimal withoutPrice,
            Units units,
            int daysAhead,
            int correctedDays,
            int splitDays,
            Yearly yearly) {}

    /**
     * What a share can pay.
     *
     * @param ofPrice per cent of the close before; nobody pays more in a year
     * @param priceDays a close so many days before an ex-date is still that of its share
     */
    public record Yearly(int ofPrice, int priceDays) {}

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
