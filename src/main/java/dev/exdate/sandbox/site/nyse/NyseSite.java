package dev.exdate.sandbox.site.nyse;

import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import dev.exdate.source.nyse.NyseSource;
import java.time.LocalDate;

/** The exchange's ex-date page with what its script asks for, and, of its second host, the corporate actions. */
public final class NyseSite implements Site {
    private static final int PAGE_SIZE = 20;
    private static final int LARGEST_PAGE = 1000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 12, 7);
    private static final int LONGEST_SPAN = 800;

    private final Market market;
    private final NyseText pages;

    public NyseSite(Market market) {
        this.market = market;
        this.pages = new NyseText(market);
    }

    @Override
    public SourceId source() {
        return NyseSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/ex-date-dividends") || path.startsWith("/api/corpax");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.fromRawProgram()) {
            return refusal(403);
        }
        Parameters asked = request.parameters();
        return switch (request.path()) {
            case "/ex-date-dividends" -> SandboxAnswer.html(NyseText.exDatePage());
            case "/ex-date-dividends/data" -> exDates(asked);
            case "/api/corpax" -> SandboxAnswer.moved(request.address().replaceFirst("/api/corpax", "/api/corpax/"));
            case "/api/corpax/" -> actions(asked);
            default -> refusal(404);
        };
    }

    private SandboxAnswer exDates(Parameters asked) {
        LocalDate from = asked.date("from").orElse(market.today());
        LocalDate to = asked.date("to").orElse(market.today());
        return SandboxAnswer.json(
                pages.exDates(from, to.isAfter(from.plusDays(LONGEST_SPAN)) ? from.plusDays(LONGEST_SPAN) : to));
    }

    private SandboxAnswer actions(Parameters asked) {
        int page = asked.number("page", 1);
        int size = Math.clamp(asked.number("page_size", PAGE_SIZE), 1, LARGEST_PAGE);
        LocalDate from = asked.date("action_date__gte").orElse(FIRST_DAY);
        LocalDate to = asked.date("action_date__lte").orElse(market.today().plusYears(1));
        return page < 1
                ? SandboxAnswer.of(404, SandboxAnswer.JSON, "{\"detail\":\"Invalid page.\"}")
                : SandboxAnswer.json(pages.actions(from, to, page, size));
    }
}
