package dev.exdate.companies;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.market.Ticker;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.fmp.FmpFundInfo;
import dev.exdate.source.fmp.FmpProfile;
import dev.exdate.task.TaskLog;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** FMP's profile; for a fund first its fund data, because a fund's company is its issuer. */
@Dependent
@Priority(40)
public record FmpCompanies(FmpClient client) implements CompanySource {
    /** For fewer symbols, one request each is less than the list's parts of some 20 MB. */
    static final int WORTH_A_LIST = 20;

    /** Several times as many as there are. */
    private static final int MOST_PARTS = 30;

    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public boolean leads() {
        return true;
    }

    @Override
    public Answer<CompanyFacts> facts(DueCompany due) throws InterruptedException {
        Answer<CompanyFacts> profile = Answers.mapEach(client.profile(due.ticker()), found -> facts(found, due.fund()));
        if (!due.fund()) {
            return profile;
        }
        Answer<CompanyFacts> fund = Answers.mapEach(client.etfInfo(due.ticker()), FmpCompanies::facts);
        if (fund instanceof Answer.Rows<CompanyFacts> rows && profile instanceof Answer.Rows<CompanyFacts> more) {
            return new Answer.Rows<>(
                    List.of(rows.rows().getFirst().orElse(more.rows().getFirst())));
        }
        return fund instanceof Answer.Rows<CompanyFacts> ? fund : profile;
    }

    /** Profiles worldwide come in parts; a fund's company is its issuer, which they do not name. */
    @Override
    public List<CompanyFinding> listed(List<DueCompany> due, TaskLog log) throws InterruptedException {
        Map<Ticker, DueCompany> shares = due.stream()
                .filter(one -> !one.fund() && one.emptyAnswers() == 0)
                .collect(Collectors.toMap(DueCompany::ticker, one -> one, (one, same) -> one));
        Map<Ticker, CompanyFinding> found = new LinkedHashMap<>();
        if (shares.size() < WORTH_A_LIST) {
            return List.of();
        }
        for (int part = 0; part < MOST_PARTS; part++) {
            Answer<FmpProfile> answer = client.profiles(part);
            if (answer instanceof Answer.Failed<FmpProfile> failed) {
                log.line("⚠️  FMP's list of profiles failed (part %d): %s".formatted(part, failed.message()));
                break;
            }
            if (answer.rowsOrEmpty().isEmpty()) {
                break;
            }
            for (FmpProfile profile : answer.rowsOrEmpty()) {
                DueCompany wanted = shares.get(profile.ticker());
                CompanyFacts facts = facts(profile, false);
                if (wanted != null && facts.company() != null && !profile.isEtf() && !profile.isFund()) {
                    found.put(profile.ticker(), new CompanyFinding(wanted, CompanyFinding.Outcome.DATA, facts));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static CompanyFacts facts(FmpProfile profile, boolean fund) {
        return new CompanyFacts(
                fund ? null : profile.companyName(),
                profile.description(),
                profile.sector(),
                profile.industry(),
                null,
                null,
                ExchangeName.of(profile.exchange()),
                profile.marketCap());
    }

    /** The source's expense ratio is in per cent. */
    private static CompanyFacts facts(FmpFundInfo info) {
        @Nullable BigDecimal percent = info.expenseRatio();
        return new CompanyFacts(
                info.issuer(),
                info.description(),
                null,
                null,
                percent == null ? null : percent.movePointLeft(2),
                info.assetsUnderManagement(),
                null,
                null);
    }
}
