package dev.exdate.truth;

/**
 * What is known of a day beside its sources' statements.
 *
 * @param terms what may lie between two amounts of one payment
 * @param witness speaks of all that is paid on the day
 * @param usual speaks of the day's regular payment
 */
public record Evidence(AmountMeaning.Terms terms, Witness witness, Witness usual) {
    public static final Evidence NONE = new Evidence(AmountMeaning.Terms.NONE, Witness.SILENT, Witness.SILENT);

    public Evidence with(Witness other) {
        return new Evidence(terms, other, usual);
    }

    public Evidence with(AmountMeaning.Terms other) {
        return new Evidence(other, witness, usual);
    }

    public Evidence withUsual(Witness other) {
        return new Evidence(terms, witness, other);
    }
}
