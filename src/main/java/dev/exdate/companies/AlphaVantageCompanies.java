package dev.exdate.companies;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.source.alphavantage.AlphaVantageClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;

/** Alpha Vantage's overview; funds have none. */
@Dependent
@Priority(20)
public record AlphaVantageCompanies(AlphaVantageClient client) implements CompanySource {
    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public boolean leads() {
        return false;
    }

    @Override
    public Answer<CompanyFacts> facts(DueCompany due) throws InterruptedException {
        if (due.fund()) {
            return Answer.nothing();
        }
        return Answers.mapEach(
                client.overview(due.ticker()),
                found -> new CompanyFacts(
                        found.name(),
                        found.description(),
                        null,
                        null,
                        null,
                        null,
                        ExchangeName.of(found.exchange()),
                        found.marketCap()));
    }
}
