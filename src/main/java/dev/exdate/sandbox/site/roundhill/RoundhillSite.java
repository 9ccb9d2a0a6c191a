package dev.exdate.sandbox.site.roundhill;

import dev.exdate.sandbox.market.Company;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Sessions;
import dev.exdate.sandbox.site.HoldingsText;
import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import dev.exdate.source.roundhill.RoundhillSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The issuer's one file for all its funds; a day without one gives a page with status 200. */
public final class RoundhillSite implements Site {
    private static final String ISSUER = "Roundhill";
    private static final Pattern FILE =
            Pattern.compile("/assets/data/FilepointRoundhill\\.40RU\\.RU_Holdings_(\\d{8})\\.csv");
    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("MMdduuuu");
    private static final int DAYS_KEPT = 60;

    private final Market market;
    private final HoldingsText files;
    private final Sessions sessions;

    public RoundhillSite(Market market) {
        this.market = market;
        this.files = new HoldingsText(market);
        this.sessions = new Sessions(market);
    }

    @Override
    public SourceId source() {
        return RoundhillSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/assets/data/");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (!request.fromBrowser()) {
            return refusal(403);
        }
        Matcher file = FILE.matcher(request.path());
        return file.matches() ? file(LocalDate.parse(file.group(1), IN_NAME)) : page();
    }

    /** The date inside is that of the session after the one in the name. */
    private SandboxAnswer file(LocalDate day) {
        if (!day.isBefore(market.today())
                || day.isBefore(market.today().minusDays(DAYS_KEPT))
                || !sessions.contains(day)) {
            return page();
        }
        List<Listing> funds = market.listings().stream()
                .filter(listing -> listing.issuer().startsWith(ISSUER) && new Company(listing).isFund())
                .toList();
        LocalDate inside = sessions.after(day).orElse(day);
        return SandboxAnswer.csv(files.tidal(funds, inside, true)).file();
    }

    private static SandboxAnswer page() {
        return SandboxAnswer.html(Html.page("Roundhill Investments", "", "<div id=\"root\"></div>"));
    }
}
