package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Listing;
import java.io.IOException;

/** All planted lies that have been told by now, as JSON. */
public record LiesText(TrueMarket market) {
    /** An array, with an object on each line. */
    public void write(Appendable out) throws IOException {
        out.append('[');
        String comma = "\n";
        for (Listing listing : market.known()) {
            for (Planted planted : market.told(listing.ticker()).planted()) {
                if (planted.kind().isPlanted() && !planted.from().isAfter(market.today())) {
                    out.append(comma).append(planted.json(market.today()));
                    comma = ",\n";
                }
            }
        }
        out.append("\n]\n");
    }
}
