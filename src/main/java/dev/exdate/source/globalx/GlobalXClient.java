package dev.exdate.source.globalx;

import dev.exdate.format.Answer;
import dev.exdate.market.Ticker;
import dev.exdate.source.issuer.IssuerPosition;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Global X's files. Thread-safe. */
@Dependent
public final class GlobalXClient {
    private final SourceClient source;

    @Inject
    public GlobalXClient(Web web) {
        this(web.source(GlobalXSource.ID));
    }

    public GlobalXClient(SourceClient source) {
        this.source = source;
    }

    public boolean usable() {
        return source.usable();
    }

    /** A fund's file of a day; not-found on holidays. */
    public Answer<IssuerPosition> holdings(Ticker fund, LocalDate day) throws InterruptedException {
        return source.fetch(request(fund, day), new GlobalXParser());
    }

    /** The last answer to this is implausible: it is not used again. */
    public void distrust(Ticker fund, LocalDate day) {
        source.distrust(request(fund, day));
    }

    private static Request request(Ticker fund, LocalDate day) {
        String path = "/funds/holdings/%s_full-holdings_%s.csv"
                .formatted(fund.symbol().toLowerCase(Locale.ROOT), day.format(DateTimeFormatter.BASIC_ISO_DATE));
        return Request.of(path).keeping();
    }
}
