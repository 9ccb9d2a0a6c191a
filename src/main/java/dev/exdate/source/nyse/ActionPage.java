package dev.exdate.source.nyse;

import java.util.List;

/**
 * A page of corporate actions.
 *
 * @param count of all pages together
 * @param last whether no page follows
 */
public record ActionPage(List<CorporateAction> actions, int count, boolean last) {
    /** The page of a span without actions. */
    public static final ActionPage NONE = new ActionPage(List.of(), 0, true);
}
