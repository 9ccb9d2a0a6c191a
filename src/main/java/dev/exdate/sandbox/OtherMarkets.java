package dev.exdate.sandbox;

import dev.exdate.sandbox.fault.Fault;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.MultipliedMarket;
import dev.exdate.sandbox.market.ThinnedMarket;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The false markets that faulty sources report. Thread-safe. */
final class OtherMarkets {
    private final Market market;
    private final Map<String, Sites> sites = new ConcurrentHashMap<>();

    OtherMarkets(Market market) {
        this.market = market;
    }

    Sites of(Fault fault) {
        return sites.computeIfAbsent(fault.kind() + fault.argument(), key -> new Sites(other(fault)));
    }

    private Market other(Fault fault) {
        return switch (fault.kind()) {
            case YESTERDAY -> market.dayBefore();
            case EMPTY -> new ThinnedMarket(market, false);
            case HALF -> new ThinnedMarket(market, true);
            case PRICES -> new MultipliedMarket(market, fault.factor(), BigDecimal.ONE);
            case AMOUNTS -> new MultipliedMarket(market, BigDecimal.ONE, fault.factor());
            default -> throw new IllegalArgumentException(fault.kind() + " does not change the market");
        };
    }
}
