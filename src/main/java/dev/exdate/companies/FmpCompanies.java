package dev.exdate.companies;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.fmp.FmpFundInfo;
import dev.exdate.source.fmp.FmpProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** FMP's profile; for a fund first its fund data, because a fund's company is its issuer. */
@Dependent
@Priority(40)
public record FmpCompanies(FmpClient client) implements CompanySource {
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
                    java.util.List.of(rows.rows().getFirst().orElse(more.rows().getFirst())));
        }
        return fund instanceof Answer.Rows<CompanyFacts> ? fund : profile;
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
