package dev.exdate.update;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the plan of a night needs to know about a symbol.
 *
 * @param pricesDue whether its newest session has not been read
 * @param dividendsDue whether its dividends have not been read since the last close
 * @param splitsDue the same of its splits
 * @param unseen closed sessions since the newest one whose price was stored or asked for; {@link #NEVER} without any
 * @param unread closed sessions since its chart was read; {@link #NEVER} if it never was
 * @param failed whether the last attempt for any kind failed
 * @param payer whether it has paid within the last 400 days
 * @param exDateNear whether an announced ex-date is near, and its dividend not yet stored
 */
record SymbolFacts(
        String symbol,
        boolean pricesDue,
        boolean dividendsDue,
        boolean splitsDue,
        int unseen,
        int unread,
        boolean failed,
        boolean payer,
        boolean exDateNear) {
    static final int NEVER = Integer.MAX_VALUE;

    boolean eventsDue() {
        return dividendsDue || splitsDue;
    }

    Set<DataKind> due() {
        Set<DataKind> due = EnumSet.noneOf(DataKind.class);
        if (pricesDue) {
            due.add(DataKind.PRICES);
        }
        if (dividendsDue) {
            due.add(DataKind.DIVIDENDS);
        }
        if (splitsDue) {
            due.add(DataKind.SPLITS);
        }
        return due;
    }
}
