package dev.exdate.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calendar dates as sources write them: ISO (with or without a time behind), {@code M/D/YYYY} and {@code M/D/YY} in US
 * order, padded or not, and {@code Month D, YYYY}, {@code Month Dth, YYYY}, {@code Mon D, YY}. They carry no zone.
 */
public final class DateText {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ].*)?", Pattern.DOTALL);
    private static final Pattern US = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4}|\\d{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DateText() {}

    /**
     * The date; null where the text says that nothing is known. Two-digit years are of this century.
     *
     * @throws NotReadable for anything else, days that do not exist included
     */
    public static @Nullable LocalDate parse(@Nullable String text) {
        if (text == null || AmountText.isAbsent(text)) {
            return null;
        }
        String plain = text.replace('\u00A0', ' ').strip();
        try {
            Matcher iso = ISO.matcher(plain);
            if (iso.matches()) {
                return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            }
            Matcher us = US.matcher(plain);
            if (us.matches()) {
                return LocalDate.of(year(us, 3), number(us, 1), number(us, 2));
            }
            Matcher named = MONTH_FIRST.matcher(plain);
            if (named.matches()) {
                int month =
                        MONTHS.indexOf(named.group(1).toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
                return LocalDate.of(year(named, 3), month, number(named, 2));
            }
        } catch (DateTimeException e) {
            throw new NotReadable("date", text);
        }
        throw new NotReadable("date", text);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int year(Matcher matcher, int group) {
        int stated = number(matcher, group);
        return stated < 100 ? 2000 + stated : stated;
    }
}
