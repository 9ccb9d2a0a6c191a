package dev.exdate.holdings;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.source.yieldmax.YieldMaxClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;

/** YieldMax's newest file of a fund. */
@Dependent
@Priority(30)
public record YieldMaxHoldings(YieldMaxClient client) implements HoldingsSource {
    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public String name() {
        return "YieldMax";
    }

    @Override
    public boolean has(Fund fund) {
        return fund.yieldMax() || fund.named("YieldMax");
    }

    @Override
    public Answer<HeldPosition> holdings(Fund fund, LocalDate day) throws InterruptedException {
        return Answers.mapEach(client.holdings(fund.ticker()), IssuerHoldings::position);
    }

    @Override
    public void distrust(Fund fund, LocalDate day) {
        client.distrustHoldings(fund.ticker());
    }
}
