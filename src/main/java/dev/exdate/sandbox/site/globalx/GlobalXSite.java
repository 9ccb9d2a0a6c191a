package dev.exdate.sandbox.site.globalx;

import dev.exdate.market.Ticker;
import dev.exdate.sandbox.market.Company;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Sessions;
import dev.exdate.sandbox.site.HoldingsText;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import dev.exdate.source.globalx.GlobalXSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The issuer's file of each fund and session of two years; other days and funds are not found. */
public final class GlobalXSite implements Site {
    private static final String ISSUER = "Global X";
    private static final Pattern FILE = Pattern.compile("/funds/holdings/([a-z0-9]+)_full-holdings_(\\d{8})\\.csv");
    private static final int YEARS_KEPT = 2;

    private final Market market;
    private final HoldingsText files;
    private final Sessions sessions;

    public GlobalXSite(Market market) {
        this.market = market;
        this.files = new HoldingsText(market);
        this.sessions = new Sessions(market);
    }

    @Override
    public SourceId source() {
        return GlobalXSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/funds/");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.fromRawProgram()) {
            return refusal(403);
        }
        Matcher file = FILE.matcher(request.path());
        if (!file.matches()) {
            return refusal(404);
        }
        LocalDate day = LocalDate.parse(file.group(2), DateTimeFormatter.BASIC_ISO_DATE);
        return fund(file.group(1))
                .filter(fund -> isKept(day))
                .map(fund -> SandboxAnswer.csv(files.globalX(fund, day)).file())
                .orElseGet(() -> refusal(404));
    }

    private boolean isKept(LocalDate day) {
        return day.isBefore(market.today())
                && !day.isBefore(market.today().minusYears(YEARS_KEPT))
                && sessions.contains(day);
    }

    private Optional<Listing> fund(String symbol) {
        return market.listing(new Ticker(symbol.toUpperCase(Locale.ROOT)))
                .filter(listing -> listing.issuer().startsWith(ISSUER) && new Company(listing).isFund());
    }
}
