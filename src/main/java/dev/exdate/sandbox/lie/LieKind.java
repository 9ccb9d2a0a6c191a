package dev.exdate.sandbox.lie;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which sources disagree. docs/sandbox.md says where the rates come from. */
public enum LieKind {
    /** Each source's own number of digits, and finer amounts for it to round. */
    ROUNDING(false, 0),
    /** What is left of numbers that went through a binary float. */
    NOISE(false, 0),
    /** Prices fall on the ex-date by what is paid. */
    DROP(false, 0),
    /** Yahoo and FMP share their errors in nine of ten cases. */
    COPYING(false, 0),
    /** Two payments on one day: regular and special, or income and a gain. */
    TWO_A_DAY(false, 10_000),
    /** A source that adds up a day's payments. */
    SUM(false, 0),
    /** A source that states one of a day's payments only. */
    ONE_OF_TWO(true, 0),
    /** A gain that a source states inside the dividend and once more beside it. */
    GAIN_TWICE(true, 0),
    /** An amount that is corrected days later, at some sources later still. */
    CORRECTION(true, 5_000),
    /** An ex-date that was announced for another day. */
    MOVED(true, 10_000),
    /** An announced payment that does not come. */
    WITHDRAWN(true, 2_000),
    /** A payment that a source has twice within seven days. */
    DOUBLED(true, 3_000),
    /** A payment that never was. */
    PHANTOM(true, 2_000),
    /** A payment that a source lacks for months. */
    MISSING(true, 20_000),
    /** A payment date that a source states some days off. */
    PAY_DATE(true, 10_000),
    /** Payers of every fourth week, and changes of rhythm. */
    RHYTHM(false, 0),
    /** Amounts of some shares in euros, at a source for many countries. */
    FOREIGN(false, 50_000),
    /** Another symbol's answer for the asked one. */
    REDIRECTED(true, 2_000),
    /** Shares that leave the market. */
    DELISTED(false, 20_000),
    /** Cents for dollars. */
    HUNDREDFOLD(true, 1_000),
    /** More splits: of shares, and reverse ones of several funds on one day. */
    SPLITS(false, 30_000),
    /** A source adjusts prices on the day of a split, and dividends days later. */
    SPLIT_LATE(true, 0),
    /** A source states another ratio or another day of a split. */
    SPLIT_WRONG(true, 0),
    /** Adjusted closes without any bound, below zero, or with a dividend counted twice. */
    ADJUSTED_CLOSE(true, 5_000);

    private final boolean planted;
    private final int rate;

    LieKind(boolean planted, int rate) {
        this.planted = planted;
        this.rate = rate;
    }

    /** Whether it states something untrue; the others are ways of saying what is true. */
    boolean isPlanted() {
        return planted;
    }

    /** How many of a million symbols a year. */
    int rate() {
        return rate;
    }

    /** {@code two-a-day}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LieKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
