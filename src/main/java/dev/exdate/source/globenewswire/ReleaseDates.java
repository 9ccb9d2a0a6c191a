package dev.exdate.source.globenewswire;

import dev.exdate.format.DateText;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dates in the text above the table; since October 2025 the table has no date columns. */
record ReleaseDates(
        @Nullable LocalDate exDate,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate) {
    private static final String DATE =
            "\\*?\\s*:\\s*(?:[A-Za-z]{3,6}day,?\\s+)?([A-Za-z]{3,9}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern EX =
            pattern("\\bex[.\\s-]{0,3}(?:dividend)?[\\s-]?(?:date)?\\s?(?:(?:&|and)\\s?record(?:\\s?date)?)?" + DATE);
    private static final Pattern RECORD = pattern("\\brecord(?:\\s?date)?" + DATE);
    private static final Pattern PAY = pattern("\\bpay(?:ment|able)?\\s?date" + DATE);

    /** The last ones named, which are nearest to the table. */
    static ReleaseDates in(String text) {
        String line = text.replaceAll("[\\s\u00A0]+", " ");
        return new ReleaseDates(last(EX, line), last(RECORD, line), last(PAY, line));
    }

    private static @Nullable LocalDate last(Pattern pattern, String text) {
        String found = null;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return DateText.parse(found);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
