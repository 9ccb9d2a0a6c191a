package dev.exdate.source.toy;

import dev.exdate.format.Answer;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import java.time.LocalDate;

/** Asks for the files. Thread-safe. */
public final class ToyClient {
    private final SourceClient source;

    public ToyClient(SourceClient source) {
        this.source = source;
    }

    /** The dividends with this ex-date. */
    public Answer<ToyDividend> dividends(LocalDate exDate) throws InterruptedException {
        return source.fetch(Request.of("/dividends.csv").with("day", exDate), new ToyParser());
    }
}
