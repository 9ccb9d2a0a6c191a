package dev.exdate.sandbox.site.yieldmax;

import dev.exdate.market.Ticker;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Sessions;
import dev.exdate.sandbox.site.HoldingsText;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import dev.exdate.source.yieldmax.YieldMaxSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The issuer's site: catalogue, fund pages, the file of holdings; only for what calls itself a browser. */
public final class YieldMaxSite implements Site {
    private static final String CATALOGUE = "/our-etfs/";
    private static final Pattern FUND = Pattern.compile("/our-etfs/([a-z0-9]+)(/?)");
    private static final Pattern HOLDINGS =
            Pattern.compile("/wp-content/uploads/funds/([A-Z0-9]+)/TidalFG_Holdings_\\1\\.csv");

    private final Market market;
    private final YieldMaxText pages;
    private final HoldingsText files;
    private final Sessions sessions;

    public YieldMaxSite(Market market) {
        this.market = market;
        this.pages = new YieldMaxText(market);
        this.files = new HoldingsText(market);
        this.sessions = new Sessions(market);
    }

    @Override
    public SourceId source() {
        return YieldMaxSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/our-etfs") || path.startsWith("/wp-content/");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (!request.fromBrowser()) {
            return refusal(403);
        }
        if (request.path().equals(CATALOGUE)) {
            return SandboxAnswer.html(pages.catalogue());
        }
        Matcher page = FUND.matcher(request.path());
        if (page.matches()) {
            return page.group(2).isEmpty()
                    ? SandboxAnswer.moved(request.path() + "/")
                    : fund(page.group(1))
                            .map(fund -> SandboxAnswer.html(pages.fund(fund)))
                            .orElseGet(() -> refusal(404));
        }
        Matcher file = HOLDINGS.matcher(request.path());
        return file.matches()
                ? fund(file.group(1))
                        .map(fund -> SandboxAnswer.csv(files.tidal(List.of(fund), asOf(), false))
                                .file())
                        .orElseGet(() -> refusal(404))
                : refusal(404);
    }

    private Optional<Listing> fund(String symbol) {
        return market.listing(new Ticker(symbol.toUpperCase(Locale.ROOT)))
                .filter(listing -> listing.kind() == Listing.Kind.OPTION_FUND);
    }

    private LocalDate asOf() {
        return sessions.before(market.today()).orElse(market.today());
    }

    @Override
    public SandboxAnswer refusal(int status) {
        return status == 404
                ? SandboxAnswer.of(404, SandboxAnswer.HTML, YieldMaxText.notFound())
                : SandboxAnswer.bare(status);
    }
}
