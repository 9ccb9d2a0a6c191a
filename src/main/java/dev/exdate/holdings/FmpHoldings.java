package dev.exdate.holdings;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.fmp.FmpHolding;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** FMP's holdings, of any fund. */
@Dependent
@Priority(40)
public record FmpHoldings(FmpClient client) implements HoldingsSource {
    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public String name() {
        return "FMP";
    }

    @Override
    public boolean has(Fund fund) {
        return true;
    }

    @Override
    public Answer<HeldPosition> holdings(Fund fund, LocalDate day) throws InterruptedException {
        return Answers.mapEach(client.etfHoldings(fund.ticker()), FmpHoldings::position);
    }

    private static HeldPosition position(FmpHolding holding) {
        return new HeldPosition(
                text(holding.asset()),
                text(holding.name()),
                text(holding.isin()),
                text(holding.securityCusip()),
                holding.sharesNumber(),
                holding.weightPercentage(),
                holding.marketValue(),
                text(holding.updatedAt()));
    }

    private static String text(@Nullable String stated) {
        return stated == null ? "" : stated;
    }
}
