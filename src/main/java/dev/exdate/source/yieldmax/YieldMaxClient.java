package dev.exdate.source.yieldmax;

import dev.exdate.format.Answer;
import dev.exdate.market.Ticker;
import dev.exdate.source.issuer.IssuerPosition;
import dev.exdate.source.issuer.TidalParser;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;

/** The site of YieldMax. Thread-safe. */
@Dependent
public final class YieldMaxClient {
    /** The path of the page that lists all funds; each fund's own page is below it. */
    public static final String CATALOGUE = "/our-etfs/";

    private final SourceClient source;

    @Inject
    public YieldMaxClient(Web web) {
        this(web.source(YieldMaxSource.ID));
    }

    public YieldMaxClient(SourceClient source) {
        this.source = source;
    }

    public boolean usable() {
        return source.usable();
    }

    /** All funds. */
    public Answer<Ticker> catalogue() throws InterruptedException {
        return source.fetch(catalogueRequest(), new CatalogueParser());
    }

    /** What asks for all funds. */
    public static Request catalogueRequest() {
        return Request.of(CATALOGUE).keeping();
    }

    /** The distributions on a fund's own page. */
    public Answer<Declaration> distributions(Ticker fund) throws InterruptedException {
        return source.fetch(request(fund), new FundPageParser());
    }

    /** What asks for a fund's own page. */
    public static Request request(Ticker fund) {
        return Request.of(path(fund)).keeping();
    }

    /** The path of a fund's own page. */
    public static String path(Ticker fund) {
        return Request.path("our-etfs", fund.symbol().toLowerCase(Locale.ROOT)) + "/";
    }

    /** A fund's newest holdings file. */
    public Answer<IssuerPosition> holdings(Ticker fund) throws InterruptedException {
        return source.fetch(holdingsRequest(fund), new TidalParser());
    }

    /** The last answer about the fund's holdings is implausible: it is not used again. */
    public void distrustHoldings(Ticker fund) {
        source.distrust(holdingsRequest(fund));
    }

    private static Request holdingsRequest(Ticker fund) {
        return Request.of("/wp-content/uploads/funds/%1$s/TidalFG_Holdings_%1$s.csv".formatted(fund.symbol()))
                .keeping();
    }
}
