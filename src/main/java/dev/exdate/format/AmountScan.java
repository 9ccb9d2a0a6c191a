package dev.exdate.format;

/** Reads one written number from left to right. */
final class AmountScan {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_DECIMALS = 24;

    private final String text;
    private final StringBuilder digits = new StringBuilder();
    private int at;

    AmountScan(String text) {
        this.text = text;
    }

    /**
     * The number as {@link java.math.BigDecimal} reads it: a sign, {@code $}, {@code %}, separators and blanks are
     * allowed where people write them, and dropped.
     *
     * @throws UnreadableCell for anything else
     */
    String digits() {
        boolean signed = sign();
        blanks();
        skip('$');
        blanks();
        boolean again = sign();
        blanks();
        whole();
        fraction();
        exponent();
        blanks();
        skip('%');
        if (at < text.length() || signed && again) {
            throw unreadable();
        }
        return digits.toString();
    }

    private UnreadableCell unreadable() {
        return new UnreadableCell("number", text);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    private boolean skip(char expected) {
        boolean there = peek() == expected && at < text.length();
        at += there ? 1 : 0;
        return there;
    }

    private void blanks() {
        while (peek() == ' ' || peek() >= '\t' && peek() <= '\r') {
            at++;
        }
    }

    private boolean sign() {
        if (skip('-')) {
            digits.append('-');
            return true;
        }
        return skip('+');
    }

    private int run(int most) {
        int first = at;
        while (isDigit()) {
            digits.append(text.charAt(at++));
        }
        if (at - first > most) {
            throw unreadable();
        }
        return at - first;
    }

    /** A comma separates thousands only before groups of three digits; {@code 0,125} has no separator. */
    private void whole() {
        boolean zero = peek() == '0';
        int count = run(MOST_DIGITS);
        if (count == 0 && peek() != '.') {
            throw unreadable();
        }
        int groups = 0;
        while (count > 0 && skip(',')) {
            groups++;
            if (zero || count > 3 || run(MOST_DIGITS) != 3 || groups > MOST_GROUPS) {
                throw unreadable();
            }
        }
    }

    private void fraction() {
        if (skip('.')) {
            digits.append('.');
            if (run(MOST_DECIMALS) == 0) {
                throw unreadable();
            }
        }
    }

    private void exponent() {
        char e = peek();
        if (e == 'e' || e == 'E') {
            at++;
            digits.append(e);
            if (skip('-')) {
                digits.append('-');
            } else if (skip('+')) {
                digits.append('+');
            }
            if (run(2) == 0) {
                throw unreadable();
            }
        }
    }
}
