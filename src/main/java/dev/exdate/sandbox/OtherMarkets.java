package dev.exdate.sandbox;

import dev.exdate.sandbox.fault.Fault;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.MultipliedMarket;
import dev.exdate.sandbox.market.ThinnedMarket;
import dev.exdate.settings.SourceId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The false markets that faulty sources report. Thread-safe. */
final class OtherMarkets {
    private final Function<SourceId, Market> told;
    private final Map<String, Sites> sites = new ConcurrentHashMap<>();

    OtherMarkets(Function<SourceId, Market> told) {
        this.told = told;
    }

    Sites of(Fault fault) {
        return sites.computeIfAbsent(
                fault.kind() + fault.argument(), key -> new Sites(source -> other(fault, told.apply(source))));
    }

    private static Market other(Fault fault, Market market) {
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
