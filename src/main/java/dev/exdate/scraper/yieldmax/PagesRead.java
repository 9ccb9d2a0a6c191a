package dev.exdate.scraper.yieldmax;

import dev.exdate.database.bulk.Written;

/**
 * What reading one kind of page came to.
 *
 * @param requests all questions, lists of pages included
 * @param asked pages with distributions in them
 * @param failed of {@code asked}
 * @param read rows
 */
record PagesRead(int requests, int asked, int failed, long read, Written written) {
    static final PagesRead NONE = new PagesRead(0, 0, 0, 0, Written.NOTHING);

    PagesRead plus(PagesRead other) {
        return new PagesRead(
                requests + other.requests,
                asked + other.asked,
                failed + other.failed,
                read + other.read,
                written.plus(other.written));
    }
}
