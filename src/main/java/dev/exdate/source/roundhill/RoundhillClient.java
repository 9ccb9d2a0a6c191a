package dev.exdate.source.roundhill;

import dev.exdate.format.Answer;
import dev.exdate.source.issuer.IssuerPosition;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Roundhill's files. Thread-safe. */
@Dependent
public final class RoundhillClient {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdduuuu");

    private final SourceClient source;

    @Inject
    public RoundhillClient(Web web) {
        this(web.source(RoundhillSource.ID));
    }

    public RoundhillClient(SourceClient source) {
        this.source = source;
    }

    public boolean usable() {
        return source.usable();
    }

    /** The file of a day with all funds; not-found if there is none. */
    public Answer<IssuerPosition> holdings(LocalDate day) throws InterruptedException {
        return source.fetch(request(day), new RoundhillParser());
    }

    /** The last answer to this is implausible: it is not used again. */
    public void distrust(LocalDate day) {
        source.distrust(request(day));
    }

    private static Request request(LocalDate day) {
        return Request.of("/assets/data/FilepointRoundhill.40RU.RU_Holdings_" + day.format(DAY) + ".csv")
                .keeping();
    }
}
