package dev.exdate.companies;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.market.TradingCalendar;
import dev.exdate.source.yahoo.YahooChart;
import dev.exdate.source.yahoo.YahooClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.LocalDate;

/** The long name in a chart's metadata; for a fund that is the fund's own name, not its issuer. */
@Dependent
@Priority(10)
public record YahooCompanies(YahooClient client, Clock clock) implements CompanySource {
    private static final int DAYS = 7;

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
        LocalDate today = TradingCalendar.today(clock);
        Answer<YahooChart> chart = client.chart(due.ticker(), today.minusDays(DAYS), today);
        return Answers.map(
                chart,
                charts -> charts.stream()
                        .filter(found -> found.longName() != null)
                        .map(found -> CompanyFacts.named(found.longName()))
                        .toList());
    }
}
