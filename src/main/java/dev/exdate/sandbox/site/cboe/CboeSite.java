package dev.exdate.sandbox.site.cboe;

import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import dev.exdate.source.cboe.CboeSource;
import java.time.LocalDate;

/** The exchange's dividend notices: the list of a year, and a day's notice of one firm. */
public final class CboeSite implements Site {
    private static final String YEAR = "/us/equities/notices/data/dividends/";
    private static final String DETAILS = "/us/equities/notices/dividends/details/";

    private final Market market;
    private final CboeText pages;

    public CboeSite(Market market) {
        this.market = market;
        this.pages = new CboeText(market);
    }

    @Override
    public SourceId source() {
        return CboeSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/us/equities/");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (!request.fromBrowser()) {
            return refusal(403);
        }
        Parameters asked = request.parameters();
        return switch (request.path()) {
            case YEAR ->
                SandboxAnswer.json(
                        pages.year(asked.number("year", market.today().getYear())));
            case DETAILS -> request.accepts("text/html") ? details(asked) : refusal(403);
            default -> refusal(404);
        };
    }

    private SandboxAnswer details(Parameters asked) {
        LocalDate day = asked.date("declaration_dt").orElse(market.today());
        return SandboxAnswer.html(pages.details(day, asked.text("firm_name"), asked.list("symbols")));
    }
}
