package dev.exdate.sandbox.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as American pages write them. */
public final class UsDate {
    private static final DateTimeFormatter PADDED = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US);
    private static final DateTimeFormatter UNPADDED = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);
    private static final DateTimeFormatter MONTH_UNPADDED = DateTimeFormatter.ofPattern("M/dd/yyyy", Locale.US);
    private static final DateTimeFormatter SHORT_YEAR = DateTimeFormatter.ofPattern("M/d/yy", Locale.US);
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("MMddyyyy", Locale.US);

    private UsDate() {}

    /** {@code 01/06/2031}. */
    public static String padded(LocalDate day) {
        return PADDED.format(day);
    }

    /** {@code 1/6/2031}. */
    public static String unpadded(LocalDate day) {
        return UNPADDED.format(day);
    }

    /** {@code 1/06/2031}. */
    public static String monthUnpadded(LocalDate day) {
        return MONTH_UNPADDED.format(day);
    }

    /** {@code 1/6/31}. */
    public static String shortYear(LocalDate day) {
        return SHORT_YEAR.format(day);
    }

    /** {@code January 6, 2031}. */
    public static String inWords(LocalDate day) {
        return IN_WORDS.format(day);
    }

    /** {@code January 6th, 2031}. */
    public static String ordinal(LocalDate day) {
        String ending = switch (day.getDayOfMonth()) {
            case 1, 21, 31 -> "st";
            case 2, 22 -> "nd";
            case 3, 23 -> "rd";
            default -> "th";
        };
        return IN_WORDS.format(day).replace(",", ending + ",");
    }

    /** {@code 01062031}. */
    public static String compact(LocalDate day) {
        return COMPACT.format(day);
    }
}
