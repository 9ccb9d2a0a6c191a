package dev.exdate.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calendar dates as sources write them: ISO (with or without a time), {@code M/D/YYYY} and {@code M/D/YY} in US order,
 * padded or not, and {@code Month D, YYYY}, {@code Month Dth, YYYY}, {@code Mon D, YY}. They carry no zone.
 */
public final class DateText {
    private static final int ISO_LENGTH = "YYYY-MM-DD".length();
    private static final String TIME = "(?:[T ]\\d{1,2}:\\d{2}\\S*(?: [AP]M)?)?";
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})" + TIME);
    private static final Pattern US = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})" + TIME);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4}|\\d{2})");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** Days outside are a source's mistakes, and not all of them fit into a database's date. */
    private static final int EARLIEST_YEAR = 1800;

    private static final int LATEST_YEAR = 2199;

    private DateText() {}

    /**
     * The date; null if the text means "unknown". Two-digit years are of this century.
     *
     * @throws UnreadableCell for anything else, including days that do not exist
     */
    public static @Nullable LocalDate parse(@Nullable String text) {
        if (text == null || AmountText.isAbsent(text)) {
            return null;
        }
        String plain = text.replace('\u00A0', ' ').strip();
        try {
            LocalDate day = read(plain);
            if (day != null && isPossible(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new UnreadableCell("date", text);
        }
        throw new UnreadableCell("date", text);
    }

    /** Whether something may have happened or been announced for that day. */
    public static boolean isPossible(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }

    private static @Nullable LocalDate read(String plain) {
        if (plain.length() == ISO_LENGTH && plain.charAt(4) == '-' && plain.charAt(7) == '-') {
            return iso(plain);
        }
        Matcher iso = ISO.matcher(plain);
        if (iso.matches()) {
            return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher us = US.matcher(plain);
        if (us.matches()) {
            return LocalDate.of(year(us, 3), number(us, 1), number(us, 2));
        }
        Matcher named = MONTH_FIRST.matcher(plain);
        return named.matches() ? LocalDate.of(year(named, 3), month(named.group(1)), number(named, 2)) : null;
    }

    private static @Nullable LocalDate iso(String plain) {
        int number = 0;
        for (int i = 0; i < ISO_LENGTH; i++) {
            int digit = plain.charAt(i) - '0';
            if (i != 4 && i != 7) {
                if (digit < 0 || digit > 9) {
                    return null;
                }
                number = number * 10 + digit;
            }
        }
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }

    /** 0 for anything else than a month's name or its beginning. */
    private static int month(String stated) {
        String lower = stated.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(lower)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int year(Matcher matcher, int group) {
        int stated = number(matcher, group);
        return matcher.group(group).length() == 2 ? 2000 + stated : stated;
    }
}
