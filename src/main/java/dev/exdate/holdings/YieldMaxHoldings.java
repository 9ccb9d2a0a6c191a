package dev.exdate.holdings;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import java.time.LocalDate;

/** YieldMax's file of a fund: the newest one only. */
public record YieldMaxHoldings(IssuerFiles files) implements HoldingsSource {
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
