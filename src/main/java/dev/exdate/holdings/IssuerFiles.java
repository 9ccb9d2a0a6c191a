package dev.exdate.holdings;

import dev.exdate.format.Answer;
import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import dev.exdate.source.globalx.GlobalXParser;
import dev.exdate.source.issuer.IssuerPosition;
import dev.exdate.source.issuer.TidalParser;
import dev.exdate.source.roundhill.RoundhillParser;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Requests issuers' files. Thread-safe. */
@Dependent
public final class IssuerFiles {
    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MMdduuuu");

    private final SourceClient yieldmax;
    private final SourceClient roundhill;
    private final SourceClient globalx;

    @Inject
    public IssuerFiles(Web web) {
        this(web.source(SourceId.YIELDMAX), web.source(SourceId.ROUNDHILL), web.source(SourceId.GLOBALX));
    }

    public IssuerFiles(SourceClient yieldmax, SourceClient roundhill, SourceClient globalx) {
        this.yieldmax = yieldmax;
        this.roundhill = roundhill;
        this.globalx = globalx;
    }

    public boolean hasTidal() {
        return yieldmax.usable();
    }

    public boolean hasRoundhill() {
        return roundhill.usable();
    }

    public boolean hasGlobalX() {
        return globalx.usable();
    }

    /** The newest file of a YieldMax fund. */
    public Answer<IssuerPosition> tidal(Ticker fund) throws InterruptedException {
        String path = "/wp-content/uploads/funds/%1$s/TidalFG_Holdings_%1$s.csv".formatted(fund.symbol());
        return yieldmax.fetch(Request.of(path), new TidalParser());
    }

    /** Roundhill's file of a day with all funds; not-found if there is none for that day. */
    public Answer<IssuerPosition> roundhill(LocalDate day) throws InterruptedException {
        String path = "/assets/data/FilepointRoundhill.40RU.RU_Holdings_" + day.format(US) + ".csv";
        return roundhill.fetch(Request.of(path), new RoundhillParser());
    }

    /** A Global X fund's file of a day; not-found on holidays. */
    public Answer<IssuerPosition> globalx(Ticker fund, LocalDate day) throws InterruptedException {
        String path = "/funds/holdings/%s_full-holdings_%s.csv"
                .formatted(fund.symbol().toLowerCase(Locale.ROOT), day.format(DateTimeFormatter.BASIC_ISO_DATE));
        return globalx.fetch(Request.of(path), new GlobalXParser());
    }
}
