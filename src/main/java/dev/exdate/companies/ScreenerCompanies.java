package dev.exdate.companies;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Ticker;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaq.ScreenerRow;
import dev.exdate.task.TaskLog;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** NASDAQ's screener of shares, requested once for all. It names listings, not issuers, so it is not used for funds. */
@Dependent
@Priority(30)
public final class ScreenerCompanies implements CompanySource {
    private final NasdaqClient client;
    private final ReentrantLock once = new ReentrantLock();
    private @Nullable Answer<ScreenerRow> answer;
    private Map<Ticker, ScreenerRow> bySymbol = Map.of();

    public ScreenerCompanies(NasdaqClient client) {
        this.client = client;
    }

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
        if (screener() instanceof Answer.Failed<ScreenerRow>(Failure failure, String message)) {
            return Answer.failed(failure, message);
        }
        ScreenerRow row = bySymbol.get(due.ticker());
        return row == null ? Answer.nothing() : new Answer.Rows<>(List.of(facts(row, due)));
    }

    @Override
    public List<CompanyFinding> listed(List<DueCompany> due, TaskLog log) throws InterruptedException {
        if (screener() instanceof Answer.Failed<ScreenerRow> failed) {
            log.line("⚠️  The screener's list failed: " + failed.message());
        }
        List<CompanyFinding> found = new ArrayList<>();
        for (DueCompany one : due) {
            ScreenerRow row = one.fund() ? null : bySymbol.get(one.ticker());
            CompanyFacts facts = row == null ? CompanyFacts.NONE : facts(row, one);
            if (facts.company() != null) {
                found.add(new CompanyFinding(one, CompanyFinding.Outcome.DATA, facts));
            }
        }
        return found;
    }

    private Answer<ScreenerRow> screener() throws InterruptedException {
        once.lockInterruptibly();
        try {
            Answer<ScreenerRow> asked = answer;
            if (asked == null) {
                asked = client.shares();
                bySymbol = asked.rowsOrEmpty().stream()
                        .collect(Collectors.toMap(ScreenerRow::ticker, row -> row, (first, second) -> first));
                answer = asked;
            }
            return asked;
        } finally {
            once.unlock();
        }
    }

    private static CompanyFacts facts(ScreenerRow row, DueCompany due) {
        DueCompany named = new DueCompany(due.ticker(), row.name(), due.exchange(), false, due.emptyAnswers());
        return new CompanyFacts(
                ListingName.company(named), null, row.sector(), row.industry(), null, null, null, row.marketCap());
    }
}
