package dev.exdate.sandbox.site.nasdaq;

import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.settings.SourceId;
import dev.exdate.source.nasdaq.NasdaqSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The site API of the exchange: a block page without a browser's headers, else status 200 whatever comes. */
public final class NasdaqSite implements Site {
    private static final Pattern HISTORY = Pattern.compile("/api/quote/([^/]+)/dividends");

    private final Market market;
    private final Spelling spelling;
    private final NasdaqCalendarText calendars;
    private final NasdaqScreenerText screeners;

    public NasdaqSite(Market market) {
        this.market = market;
        this.spelling = Spelling.nasdaq(market);
        this.calendars = new NasdaqCalendarText(market, spelling);
        this.screeners = new NasdaqScreenerText(market, spelling);
    }

    @Override
    public SourceId source() {
        return NasdaqSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/api/calendar/") || path.startsWith("/api/quote/") || path.startsWith("/api/screener/");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (!request.fromBrowser() || !request.accepts("application/json")) {
            return refusal(403);
        }
        Matcher history = HISTORY.matcher(request.path());
        if (history.matches()) {
            return SandboxAnswer.json(
                    spelling.find(history.group(1)).map(calendars::history).orElseGet(NasdaqEnvelope::unknownSymbol));
        }
        return switch (request.path()) {
            case "/api/calendar/dividends" -> calendar(request.parameters(), calendars::dividends);
            case "/api/calendar/splits" -> calendar(request.parameters(), calendars::splits);
            case "/api/screener/stocks" -> SandboxAnswer.json(stocks(request.parameters()));
            case "/api/screener/etf" -> SandboxAnswer.json(screeners.funds());
            default -> SandboxAnswer.of(404, SandboxAnswer.JSON, NasdaqEnvelope.failed("Not found."));
        };
    }

    private SandboxAnswer calendar(Parameters asked, DayPage page) {
        try {
            return SandboxAnswer.json(page.of(asked.date("date").orElse(market.today())));
        } catch (DateTimeException e) {
            return SandboxAnswer.json(NasdaqEnvelope.failed("Date is not valid."));
        }
    }

    private String stocks(Parameters asked) {
        String exchange = asked.text("exchange");
        return asked.flag("download")
                ? screeners.download(exchange)
                : screeners.page(exchange, asked.number("limit", 25), asked.number("offset", 0));
    }

    @Override
    public SandboxAnswer refusal(int status) {
        return status == 403
                ? SandboxAnswer.of(403, SandboxAnswer.HTML, NasdaqEnvelope.blocked())
                : SandboxAnswer.bare(status);
    }

    @FunctionalInterface
    private interface DayPage {
        String of(LocalDate day);
    }
}
