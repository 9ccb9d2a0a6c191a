package dev.exdate.holdings;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;

/** YieldMax's newest file of a fund. */
@Dependent
@Priority(30)
public record YieldMaxHoldings(IssuerFiles files) implements HoldingsSource {
    @Override
    public boolean usable() {
        return files.hasTidal();
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
        return Answers.mapEach(files.tidal(fund.ticker()), IssuerHoldings::position);
    }
}
