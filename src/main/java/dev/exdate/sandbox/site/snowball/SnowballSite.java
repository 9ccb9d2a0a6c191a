package dev.exdate.sandbox.site.snowball;

import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import dev.exdate.source.snowball.SnowballSource;

/** The dividend calendar: the page, which a script fills, and the paged list behind it; any client may ask. */
public final class SnowballSite implements Site {
    private static final String API = "/extapi/api/";
    private static final String PAGE = "/calendars/dividend-calendar/";

    private final SnowballText pages;

    public SnowballSite(Market market) {
        this.pages = new SnowballText(market);
    }

    @Override
    public SourceId source() {
        return SnowballSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(API) || path.startsWith(PAGE);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.path().startsWith(PAGE)) {
            return SandboxAnswer.html(Html.page("Dividend Calendar", "", "<div id=\"app\">Loading</div>"));
        }
        Parameters asked = request.parameters();
        return request.path().equals(API + "public/dividend-calendar/paged")
                ? SandboxAnswer.json(pages.page(asked.text("type"), Math.max(1, asked.number("page", 1))))
                : refusal(401);
    }
}
