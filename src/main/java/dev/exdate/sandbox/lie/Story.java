package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.StockSplit;
import java.util.List;

/**
 * What happens to a listing.
 *
 * @param paid its true payouts up to now and those ahead, by ex-date
 * @param withdrawn payouts that were announced and do not come
 * @param splits those that only this market has, to come too
 */
record Story(Listing listing, List<Payout> paid, List<Payout> withdrawn, List<StockSplit> splits) {
    Story {
        paid = List.copyOf(paid);
        withdrawn = List.copyOf(withdrawn);
        splits = List.copyOf(splits);
    }

    /** The payouts that money is paid for. */
    List<Payout> cash() {
        return paid.stream().filter(payout -> payout.amount().signum() > 0).toList();
    }
}
