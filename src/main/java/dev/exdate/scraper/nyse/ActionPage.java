package dev.exdate.scraper.nyse;

import java.util.List;

/**
 * A page of corporate actions.
 *
 * @param count of all pages together
 * @param last whether no page follows
 */
record ActionPage(List<CorporateAction> actions, int count, boolean last) {
    /** Of a span that has none. */
    static final ActionPage NONE = new ActionPage(List.of(), 0, true);
}
