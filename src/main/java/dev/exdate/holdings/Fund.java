package dev.exdate.holdings;

import dev.exdate.market.Ticker;
import java.util.Locale;

/**
 * A fund that may have holdings.
 *
 * @param name empty if unknown
 * @param yieldMax whether it has distributions in YieldMax's own table
 */
record Fund(Ticker ticker, String name, boolean yieldMax) {
    boolean named(String issuer) {
        return name.toLowerCase(Locale.ROOT).contains(issuer.toLowerCase(Locale.ROOT));
    }
}
