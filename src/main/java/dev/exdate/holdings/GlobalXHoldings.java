package dev.exdate.holdings;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.format.Failure;
import dev.exdate.source.globalx.GlobalXClient;
import dev.exdate.source.issuer.IssuerPosition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;

/** Global X's newest file of a fund within the last days. */
@Dependent
@Priority(10)
public record GlobalXHoldings(GlobalXClient client) implements HoldingsSource {
    private static final int DAYS_BACK = 6;

    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public String name() {
        return "Global X";
    }

    @Override
    public boolean has(Fund fund) {
        return fund.named("Global X");
    }

    @Override
    public Answer<HeldPosition> holdings(Fund fund, LocalDate day) throws InterruptedException {
        Answer<IssuerPosition> answer = client.holdings(fund.ticker(), day);
        for (int back = 1; back <= DAYS_BACK && noFile(answer); back++) {
            answer = client.holdings(fund.ticker(), day.minusDays(back));
        }
        return Answers.mapEach(answer, IssuerHoldings::position);
    }

    @Override
    public void distrust(Fund fund, LocalDate day) {
        for (int back = 0; back <= DAYS_BACK; back++) {
            client.distrust(fund.ticker(), day.minusDays(back));
        }
    }

    private static boolean noFile(Answer<IssuerPosition> answer) {
        return answer instanceof Answer.Failed<IssuerPosition> failed && failed.failure() == Failure.NOT_FOUND;
    }
}
