package dev.exdate.companies;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a company or fund; null if a source does not say.
 *
 * @param company its name; the issuer's for a fund
 * @param expenseRatio as a fraction: 0.0099 is 0.99 %
 * @param aum assets under management, USD
 * @param exchange the database's short name
 * @param marketCap whole USD
 */
record CompanyFacts(
        @Nullable String company,
        @Nullable String description,
        @Nullable String sector,
        @Nullable String industry,
        @Nullable BigDecimal expenseRatio,
        @Nullable BigDecimal aum,
        @Nullable String exchange,
        @Nullable BigDecimal marketCap) {
    static final CompanyFacts NONE = new CompanyFacts(null, null, null, null, null, null, null, null);

    CompanyFacts {
        company = text(company);
        description = text(description);
        sector = text(sector);
        industry = text(industry);
        exchange = text(exchange);
        marketCap = marketCap == null || marketCap.signum() <= 0 ? null : marketCap;
        aum = aum == null || aum.signum() <= 0 ? null : aum;
    }

    static CompanyFacts named(@Nullable String company) {
        return new CompanyFacts(company, null, null, null, null, null, null, null);
    }

    /** Sources write empty text or a dash for what they do not know. */
    private static @Nullable String text(@Nullable String stated) {
        String text = stated == null ? "" : stated.strip();
        return text.isEmpty() || text.equals("-") || text.equalsIgnoreCase("n/a") || text.equalsIgnoreCase("none")
                ? null
                : text;
    }

    /** These facts, completed with the other's. */
    CompanyFacts orElse(CompanyFacts other) {
        return new CompanyFacts(
                first(company, other.company),
                first(description, other.description),
                first(sector, other.sector),
                first(industry, other.industry),
                first(expenseRatio, other.expenseRatio),
                first(aum, other.aum),
                first(exchange, other.exchange),
                first(marketCap, other.marketCap));
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
