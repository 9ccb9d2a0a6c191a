package dev.exdate.format;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amounts, rates and counts as sources write them: {@code $1,234.50}, {@code -0.83%}, {@code N/A}. */
public final class AmountText {
    private static final Set<String> ABSENT = Set.of("", "n/a", "na", "none", "null", "-", "--", "- -", "—", "–");
    private static final int LONGEST_ABSENT = 4;

    /** Above any count, price or market value, and the limit of the database's whole numbers. */
    private static final int MOST_DIGITS = 18;

    private AmountText() {}

    /** Whether the text is one of the sources' ways to say "unknown". A zero is a value. */
    public static boolean isAbsent(@Nullable String text) {
        if (text == null) {
            return true;
        }
        String plain = strip(text);
        return plain.length() <= LONGEST_ABSENT && ABSENT.contains(plain.toLowerCase(Locale.ROOT));
    }

    /** The text, stripped and without control characters, or null if it means "unknown". */
    public static @Nullable String textOrNull(@Nullable String text) {
        return text == null || isAbsent(text) ? null : strip(text);
    }

    /**
     * The number with all its digits; {@code $}, {@code %}, thousands separators and blanks are dropped. Null if the
     * text means "unknown".
     *
     * @throws UnreadableCell for anything else
     */
    public static @Nullable BigDecimal parse(@Nullable String text) {
        if (text == null || isAbsent(text)) {
            return null;
        }
        BigDecimal value = StatedNumber.of(new AmountScan(strip(text)).digits());
        if (value.precision() - value.scale() > MOST_DIGITS) {
            throw new UnreadableCell("number", text);
        }
        return value;
    }

    private static String strip(String text) {
        return PlainText.of(text.replace('\u00A0', ' ')).strip();
    }
}
