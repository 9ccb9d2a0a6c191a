package dev.exdate.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind of a finding, those that matter most first. {@code docs/truth.md} has the same table; a test compares the
 * two.
 */
public enum Code {
    /** Sources state amounts for one day that do not mean the same. */
    AMOUNT_CONFLICT(Action.DECIDE),
    /** An answer is about another symbol, company or currency than the one asked for. */
    IDENTITY(Action.LOOK_AT_SYMBOL),
    /** Splits, amounts or prices do not fit each other. */
    SPLIT_MISMATCH(Action.LOOK_AT_SYMBOL),
    /** A past amount or past prices have moved, and no split explains it. */
    RESTATEMENT(Action.ACCEPT),
    /** A value was rejected as implausible. */
    HELD_BACK(Action.ACCEPT),
    /** A value of a symbol's first load is implausible. */
    FIRST_LOAD(Action.ACCEPT),
    /** A source lists a payment that the price or the other sources refute: twice, or one that never was. */
    PHANTOM_PAYMENT(Action.DECIDE),
    /** A source lacks a payment that others list, though it has the days around it. */
    MISSING_PAYMENT(Action.COMPARE),
    /** Sources state different kinds of payment. */
    KIND_CONFLICT(Action.DECIDE),
    /** Sources state different record or payment dates. */
    DATE_CONFLICT(Action.COMPARE),
    /** A source dropped a payment that nobody else lists. */
    WITHDRAWAL(Action.COMPARE),
    /** A source's list has other columns or another form than expected. */
    LAYOUT_CHANGED(Action.REPLAY),
    /** Rows of a source's answer could not be read and were left out. */
    UNREADABLE_ROWS(Action.REPLAY),
    /** A stored value was wrong by a rule and was corrected. */
    REPAIR("nothing; the old value is in the history");

    private final String action;

    Code(String action) {
        this.action = action;
    }

    /** What a person can do, for several codes. */
    private static final class Action {
        static final String DECIDE =
                "compare with the issuer; `exdate conflicts override` or `exdate conflicts accept` decides";
        static final String COMPARE = "compare with the issuer";
        static final String LOOK_AT_SYMBOL = "look at `exdate show SYMBOL` and compare with the issuer";
        static final String ACCEPT = "compare with the issuer; if the source is right, `--accept` lets the value in";
        static final String REPLAY = "look at the answer; `exdate replay` reads it again after an update of Exdate";
    }

    /** What a person can do. */
    public String action() {
        return action;
    }

    /** As the database and JSON have it: {@code amount-conflict}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for one that this version does not have. */
    public static Optional<Code> of(String word) {
        return Arrays.stream(values()).filter(code -> code.word().equals(word)).findFirst();
    }
}
