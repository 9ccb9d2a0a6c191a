package dev.exdate.scraper.yieldmax;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;

/**
 * A press release found by the search.
 *
 * @param path below the host, with the day of publication in it
 * @param number of the press service, rising with time
 * @param title as shown, or the words of the address where the link has no text
 */
record ReleaseLink(String path, LocalDate published, long number, String title) {
    /** Older ones first; of one day, those that correct others last. */
    static final Comparator<ReleaseLink> BY_TIME = Comparator.comparing(ReleaseLink::published)
            .thenComparing(ReleaseLink::corrects)
            .thenComparing(ReleaseLink::number);

    /** Whether a table of distributions may be in it. */
    boolean declares() {
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
