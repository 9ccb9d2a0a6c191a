package dev.exdate.source.yahoo;

import dev.exdate.format.AmountText;
import dev.exdate.format.JsonStream;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Decimals;
import org.jspecify.annotations.Nullable;

/** A column of numbers while it is read. */
final class ChartColumn implements JsonStream.NumberText {
    /** So many digits always fit into a long. */
    private static final int MOST_DIGITS = 18;

    /** BigDecimal writes smaller numbers than 0.000001 in another form than their source. */
    private static final int MOST_ZEROS = 6;

    private final Decimals.Builder numbers;
    private @Nullable UnreadableCell unreadable;

    /** @param expected the probable count of numbers */
    ChartColumn(int expected) {
        numbers = new Decimals.Builder(expected);
    }

    int size() {
        return numbers.size();
    }

    /** @throws UnreadableCell if a value was neither a number nor a form of "unknown" */
    Decimals build() {
        if (unreadable != null) {
            throw unreadable;
        }
        return numbers.build();
    }

    /** What is no number is absent: for a column that costs only itself. */
    Decimals known() {
        return numbers.build();
    }

    @Override
    public void absent() {
        numbers.addAbsent();
    }

    @Override
    public void number(char[] text, int from, int length) {
        boolean negative = text[from] == '-';
        int end = from + length;
        int point = end;
        long number = 0;
        int digits = 0;
        for (int i = negative ? from + 1 : from; i < end; i++) {
            char c = text[i];
            if (c == '.') {
                point = i + 1;
            } else if (c >= '0' && c <= '9' && digits < MOST_DIGITS) {
                number = number * 10 + (c - '0');
                digits += number == 0 ? 0 : 1;
            } else {
                text(new String(text, from, length));
                return;
            }
        }
        int decimals = end - point;
        if (decimals - Math.max(1, digits) < MOST_ZEROS && (number != 0 || !negative)) {
            numbers.add(negative ? -number : number, decimals);
        } else {
            text(new String(text, from, length));
        }
    }

    /** Also reads the few numbers in another form. */
    @Override
    public void text(String text) {
        try {
            numbers.add(AmountText.parse(text));
        } catch (UnreadableCell e) {
            unreadable = unreadable == null ? e : unreadable;
            numbers.addAbsent();
        }
    }
}
