package dev.exdate.format;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number that keeps its written form, which {@link BigDecimal} would change: {@code 1.0E-6} stays {@code 1.0E-6}, and
 * {@code 0.0000001} stays {@code 0.0000001}.
 */
final class StatedNumber extends BigDecimal {
    /** It must be written to JSON as a number. */
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    /** BigDecimal writes any number with so few decimals as it was written, but for leading zeros and a plus. */
    private static final int PLAIN_DECIMALS = 6;

    private static final long serialVersionUID = 1L;

    private final String stated;

    private StatedNumber(String stated) {
        super(stated);
        this.stated = stated;
    }

    /** @throws NumberFormatException if it is not a number */
    static BigDecimal of(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean plain = number.signum() != 0
                && number.scale() >= 0
                && number.scale() <= PLAIN_DECIMALS
                && text.indexOf('e') < 0
                && text.indexOf('E') < 0;
        return plain
                        || number.toString().equals(text)
                        || !JSON_NUMBER.matcher(text).matches()
                ? number
                : new StatedNumber(text);
    }

    @Override
    public String toString() {
        return stated;
    }
}
