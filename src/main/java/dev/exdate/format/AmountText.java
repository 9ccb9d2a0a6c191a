package dev.exdate.format;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts, rates and counts as sources write them: {@code $1,234.50}, {@code -0.83%}, {@code N/A}. */
public final class AmountText {
    private static final Set<String> ABSENT = Set.of("", "n/a", "na", "none", "null", "-", "--", "- -", "—", "–");
    private static final Pattern NUMBER =
            Pattern.compile("-?(\\d{1,24}(\\.\\d{0,24})?|\\.\\d{1,24})([eE][+-]?\\d{1,2})?");

    private AmountText() {}

    /** Whether the text is one of the ways sources say "nothing known". A written zero is a value. */
    public static boolean isAbsent(@Nullable String text) {
        return text == null || ABSENT.contains(strip(text).toLowerCase(Locale.ROOT));
    }

    /** The text itself, stripped, or null where it says that nothing is known. */
    public static @Nullable String textOrNull(@Nullable String text) {
        return text == null || isAbsent(text) ? null : strip(text);
    }

    /**
     * The number as stated, all its digits kept; {@code $}, {@code %}, thousands commas and blanks are dropped. Null
     * where the text says that nothing is known.
     *
     * @throws NotReadable for anything else
     */
    public static @Nullable BigDecimal parse(@Nullable String text) {
        if (text == null || isAbsent(text)) {
            return null;
        }
        String digits = strip(text).replaceAll("[$%,\\s\\u00A0]", "");
        if (digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        if (!NUMBER.matcher(digits).matches()) {
            throw new NotReadable("number", text);
        }
        return new BigDecimal(digits);
    }

    private static String strip(String text) {
        return text.replace('\u00A0', ' ').strip();
    }
}
