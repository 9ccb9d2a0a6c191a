package dev.exdate.format;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts, rates and counts as sources write them: {@code $1,234.50}, {@code -0.83%}, {@code N/A}. */
public final class AmountText {
    private static final Set<String> ABSENT = Set.of("", "n/a", "na", "none", "null", "-", "--", "- -", "—", "–");
    /** A comma counts as a mark of thousands only where groups of three follow: {@code 0,125} has none. */
    private static final Pattern NUMBER = Pattern.compile("(?<sign>[+-]?) ?\\$? ?(?<inner>[+-]?) ?"
            + "(?<whole>\\d{1,18}|[1-9]\\d{0,2}(?:,\\d{3}){1,5}|(?=\\.\\d))"
            + "(?<rest>(?:\\.\\d{1,24})?(?:[eE][+-]?\\d{1,2})?) ?%?");

    /** More than any count, price or market value, and what the database's whole numbers hold. */
    private static final int MOST_DIGITS = 18;

    private AmountText() {}

    /** Whether the text is one of the ways sources say "nothing known". A written zero is a value. */
    public static boolean isAbsent(@Nullable String text) {
        return text == null || ABSENT.contains(strip(text).toLowerCase(Locale.ROOT));
    }

    /** The text itself, stripped and without control characters, or null where it says that nothing is known. */
    public static @Nullable String textOrNull(@Nullable String text) {
        return text == null || isAbsent(text) ? null : strip(text);
    }

    /**
     * The number as stated, all its digits kept; {@code $}, {@code %}, thousands commas and blanks are dropped. Null
     * where the text says that nothing is known.
     *
     * @throws UnreadableCell for anything else
     */
    public static @Nullable BigDecimal parse(@Nullable String text) {
        if (text == null || isAbsent(text)) {
            return null;
        }
        Matcher number = NUMBER.matcher(strip(text).replaceAll("\\s+", " "));
        if (!number.matches()
                || !number.group("sign").isEmpty() && !number.group("inner").isEmpty()) {
            throw new UnreadableCell("number", text);
        }
        String sign = (number.group("sign") + number.group("inner")).replace("+", "");
        BigDecimal value = StatedNumber.of(sign + number.group("whole").replace(",", "") + number.group("rest"));
        if (value.precision() - value.scale() > MOST_DIGITS) {
            throw new UnreadableCell("number", text);
        }
        return value;
    }

    private static String strip(String text) {
        return PlainText.of(text.replace('\u00A0', ' ')).strip();
    }
}
