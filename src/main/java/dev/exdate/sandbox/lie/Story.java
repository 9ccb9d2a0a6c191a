package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Payout;
import java.util.List;

/**
 * What happens to a listing.
 *
 * @param paid its true payouts up to now and those ahead, by ex-date
 * @param withdrawn payouts that were announced and do not come
 */
record Story(Listing listing, List<Payout> paid, List<Payout> withdrawn) {
    Story {
        paid = List.copyOf(paid);
        withdrawn = List.copyOf(withdrawn);
    }

    /** The payouts that money is paid for. */
    List<Payout> cash() {
        return paid.stream().filter(payout -> payout.amount().signum() > 0).toList();
    }
}
