package dev.exdate.sandbox.site.fmp;

import dev.exdate.sandbox.market.Company;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.settings.SourceId;
import dev.exdate.source.fmp.FmpSource;
import java.time.LocalDate;
import java.util.function.Function;

/** The paid API: any key opens it but {@code wrong}; the older endpoints are closed to all. */
public final class FmpSite implements Site {
    private static final String STABLE = "/stable/";
    private static final int YEARS = 5;
    private static final String CSV = "text/csv";

    private final Market market;
    private final Spelling spelling;
    private final Spelling caret;
    private final FmpPrices prices;
    private final FmpEvents events;
    private final FmpCompanies companies;
    private final FmpFunds funds;
    private final FmpLists lists;

    public FmpSite(Market market) {
        this.market = market;
        this.spelling = Spelling.yahoo(market);
        this.caret = Spelling.caret(market);
        this.prices = new FmpPrices(market, spelling);
        this.events = new FmpEvents(market, spelling, caret);
        this.companies = new FmpCompanies(market, spelling);
        this.funds = new FmpFunds(market, spelling);
        this.lists = new FmpLists(market, spelling);
    }

    @Override
    public SourceId source() {
        return FmpSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(STABLE) || path.startsWith("/api/v3/") || path.startsWith("/api/v4/");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.key().isBlank() || request.key().equals("wrong")) {
            return refusal(401);
        }
        if (!request.path().startsWith(STABLE)) {
            return SandboxAnswer.of(
                    403,
                    SandboxAnswer.JSON,
                    error("Legacy Endpoint : Due to Legacy endpoints being no longer supported - This endpoint is only"
                            + " available for legacy users who have valid subscriptions prior August 31, 2025."));
        }
        Parameters asked = request.parameters();
        LocalDate today = market.today();
        LocalDate from = asked.date("from").orElse(today.minusYears(YEARS));
        LocalDate to = asked.date("to").orElse(today);
        return switch (request.path().substring(STABLE.length())) {
            case "historical-price-eod/full" -> one(asked, listing -> prices.full(listing, from, to));
            case "historical-price-eod/light" -> one(asked, listing -> prices.light(listing, from, to));
            case "historical-price-eod/non-split-adjusted" ->
                one(asked, listing -> prices.unadjusted(listing, from, to));
            case "historical-price-eod/dividend-adjusted" ->
                one(asked, listing -> prices.dividendAdjusted(listing, from, to));
            case "eod-bulk" ->
                SandboxAnswer.of(200, CSV, prices.bulk(asked.date("date").orElse(today)));
            case "dividends" -> one(asked, events::dividends);
            case "splits" -> one(asked, events::splits);
            case "dividends-calendar" ->
                SandboxAnswer.json(events.dividendsCalendar(
                        asked.date("from").orElse(today), asked.date("to").orElse(today.plusDays(30))));
            case "splits-calendar" ->
                SandboxAnswer.json(events.splitsCalendar(asked.date("from").orElse(today.minusDays(30)), to));
            case "profile" -> one(asked, companies::profile);
            case "profile-bulk" -> SandboxAnswer.of(200, CSV, lists.profiles(asked.number("part", 0)));
            case "quote", "quote-short" -> SandboxAnswer.json(companies.quotes(asked.list("symbol")));
            case "batch-quote" -> SandboxAnswer.json(companies.quotes(asked.list("symbols")));
            case "stock-list" -> SandboxAnswer.json(lists.stocks());
            case "actively-trading-list" -> SandboxAnswer.json(lists.traded());
            case "etf-list" -> SandboxAnswer.json(lists.funds());
            case "company-screener" -> SandboxAnswer.json(lists.screener(asked.number("limit", 1000)));
            case "delisted-companies" -> SandboxAnswer.json(lists.delisted(asked.number("page", 0)));
            case "etf/holdings" -> fund(asked, funds::holdings);
            case "etf/info" -> fund(asked, funds::info);
            case "etf/sector-weightings" -> fund(asked, funds::sectors);
            case "etf/country-weightings" -> fund(asked, funds::countries);
            default -> refusal(404);
        };
    }

    /** What is unknown gives an empty array. */
    private SandboxAnswer one(Parameters asked, Function<Listing, String> page) {
        String symbol = asked.text("symbol");
        return SandboxAnswer.json(
                spelling.find(symbol).or(() -> caret.find(symbol)).map(page).orElse("[]"));
    }

    private SandboxAnswer fund(Parameters asked, Function<Listing, String> page) {
        return one(asked, listing -> new Company(listing).isFund() ? page.apply(listing) : "[]");
    }

    @Override
    public SandboxAnswer refusal(int status) {
        return switch (status) {
            case 401 ->
                SandboxAnswer.of(
                        401,
                        SandboxAnswer.JSON,
                        error(
                                "Invalid API KEY. Feel free to create a Free API Key or visit"
                                        + " https://site.financialmodelingprep.com/faqs?search=why-is-my-api-key-invalid for more information."));
            case 402 ->
                SandboxAnswer.of(
                        402,
                        SandboxAnswer.PLAIN,
                        "Premium Query Parameter: 'Special Endpoint : This value set for 'symbol' is not available under"
                                + " your current subscription'");
            case 403 ->
                SandboxAnswer.of(
                        403,
                        SandboxAnswer.JSON,
                        error("Exclusive Endpoint : This endpoint is not available under your current subscription."));
            case 429 ->
                SandboxAnswer.of(
                        429,
                        SandboxAnswer.JSON,
                        error("Limit Reach . Please upgrade your plan or visit our documentation."));
            default -> SandboxAnswer.bare(status);
        };
    }

    private static String error(String text) {
        return new JsonText().object().field("Error Message", text).text();
    }
}
