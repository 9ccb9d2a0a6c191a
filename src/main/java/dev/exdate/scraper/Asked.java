package dev.exdate.scraper;

import dev.exdate.database.bulk.Written;

/**
 * The result of requesting pages.
 *
 * @param pages that were asked for
 * @param failed of these
 * @param read rows
 */
public record Asked(long pages, long failed, long read, Written written) {
    public static final Asked NOTHING = new Asked(0, 0, 0, Written.NOTHING);

    public Asked plus(Asked other) {
        return new Asked(pages + other.pages, failed + other.failed, read + other.read, written.plus(other.written));
    }

    /** For the log: {@code 41 asked, 40 read, 380 dividends, 12 new, 1 changed}. */
    public String words(String rows) {
        return "%d asked, %d read, %d %s, %d new, %d changed"
                .formatted(pages, pages - failed, read, rows, written.added(), written.changed());
    }
}
