package dev.exdate.sandbox.site.alphavantage;

import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;

/**
 * The fallback API: all errors come with status 200. Keys that begin with {@code premium} open the dearer functions, any
 * other key the free ones.
 */
public final class AlphaVantageSite implements Site {
    private static final String PATH = "/query";

    private final AlphaVantageText pages;
    private final AlphaVantagePrices prices;

    public AlphaVantageSite(Market market) {
        Spelling spelling = Spelling.alphaVantage(market);
        this.pages = new AlphaVantageText(market, spelling);
        this.prices = new AlphaVantagePrices(market, spelling);
    }

    @Override
    public SourceId source() {
        return AlphaVantageSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(PATH);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.key().isBlank() || request.key().equals("wrong")) {
            return error(
                    "Error Message",
                    "the parameter apikey is invalid or missing. Please claim your free API key on"
                            + " (https://www.alphavantage.co/support/#api-key). It should take less than 20 seconds.");
        }
        Parameters asked = request.parameters();
        String symbol = asked.text("symbol");
        boolean full = asked.text("outputsize").equals("full");
        boolean premium = request.key().startsWith("premium");
        return switch (asked.text("function")) {
            case "DIVIDENDS" -> SandboxAnswer.json(pages.dividends(symbol));
            case "TIME_SERIES_DAILY" ->
                full && !premium ? dearer() : SandboxAnswer.json(prices.daily(symbol, false, full));
            case "TIME_SERIES_DAILY_ADJUSTED" ->
                premium ? SandboxAnswer.json(prices.daily(symbol, true, full)) : dearer();
            case "OVERVIEW" -> SandboxAnswer.json(pages.overview(symbol));
            case "ETF_PROFILE" -> SandboxAnswer.json(pages.fund(symbol));
            case "GLOBAL_QUOTE" -> SandboxAnswer.json(pages.quote(symbol));
            case "LISTING_STATUS" ->
                SandboxAnswer.of(
                        200,
                        "application/x-download",
                        pages.listings(asked.text("state").equals("delisted")));
            default ->
                error("Error Message", "This API function (%s) does not exist.".formatted(asked.text("function")));
        };
    }

    private static SandboxAnswer dearer() {
        return error(
                "Information",
                "Thank you for using Alpha Vantage! This is a premium endpoint. You may subscribe to any of the premium"
                        + " plans at https://www.alphavantage.co/premium/ to instantly unlock all premium endpoints");
    }

    @Override
    public SandboxAnswer refusal(int status) {
        return status == 429
                ? error(
                        "Information",
                        "We have detected your API key and our standard API rate limit is 25 requests per day. Please"
                                + " subscribe to any of the premium plans at https://www.alphavantage.co/premium/ to"
                                + " instantly remove all daily rate limits.")
                : SandboxAnswer.bare(status);
    }

    private static SandboxAnswer error(String key, String text) {
        return SandboxAnswer.json(AlphaVantageText.error(key, text));
    }
}
