package dev.exdate.truth;

/**
 * What is known of a day beside its sources' statements.
 *
 * @param terms what may lie between two amounts of one payment
 */
public record Evidence(AmountMeaning.Terms terms, Witness witness) {
    public static final Evidence NONE = new Evidence(AmountMeaning.Terms.NONE, Witness.SILENT);

    public Evidence with(Witness other) {
        return new Evidence(terms, other);
    }

    public Evidence with(AmountMeaning.Terms other) {
        return new Evidence(other, witness);
    }
}
