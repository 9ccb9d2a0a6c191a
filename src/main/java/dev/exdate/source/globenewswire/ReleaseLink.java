package dev.exdate.source.globenewswire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A press release found by the search.
 *
 * @param path below the host, with the day of publication in it
 * @param number of the press service, rising with time
 * @param title as shown, or the words of the address where the link has no text
 */
public record ReleaseLink(String path, LocalDate published, long number, String title) {
    private static final Pattern PATH =
            Pattern.compile("(?:/[a-z]{2})?/news-release/(\\d{4})/(\\d{2})/(\\d{2})/(\\d{1,18})/.*");

    /** Older ones first; corrections last within a day. */
    public static final Comparator<ReleaseLink> BY_TIME = Comparator.comparing(ReleaseLink::published)
            .thenComparing(ReleaseLink::corrects)
            .thenComparing(ReleaseLink::number);

    /** What the address alone says about a release; empty for any other address. */
    public static Optional<ReleaseLink> ofPath(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate published = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return Optional.of(new ReleaseLink(path, published, Long.parseLong(parts.group(4)), ""));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it may contain a table of distributions. */
    public boolean declares() {
        String words = lower();
        return words.contains("yieldmax") && (words.contains("distribution") || words.contains("dividend"));
    }

    boolean corrects() {
        String words = lower();
        return words.contains("correct") || words.contains("update");
    }

    private String lower() {
        return (title + " " + path).toLowerCase(Locale.ROOT);
    }
}
