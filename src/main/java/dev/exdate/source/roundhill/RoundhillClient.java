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

/** Asks for Roundhill's files. Thread-safe. */
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

    /** The file of a day, all funds in it; not-found where there is none of that day. */
    public Answer<IssuerPosition> holdings(LocalDate day) throws InterruptedException {
        String path = "/assets/data/FilepointRoundhill.40RU.RU_Holdings_" + day.format(DAY) + ".csv";
        return source.fetch(Request.of(path), new RoundhillParser());
    }
}
