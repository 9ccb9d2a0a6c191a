package dev.exdate.source.nasdaqtrader;

import dev.exdate.format.Answer;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The directory's two files. Thread-safe. */
@Dependent
public final class NasdaqTraderClient {
    private static final String FOLDER = "/dynamic/SymDir/";

    private final SourceClient source;

    @Inject
    public NasdaqTraderClient(Web web) {
        this(web.source(NasdaqTraderSource.ID));
    }

    public NasdaqTraderClient(SourceClient source) {
        this.source = source;
    }

    /** What NASDAQ lists. */
    public Answer<ListedLine> nasdaqListed() throws InterruptedException {
        return source.fetch(Request.of(FOLDER + "nasdaqlisted.txt").keeping(), DirectoryParser.nasdaqListed());
    }

    /** What the other exchanges list. */
    public Answer<ListedLine> otherListed() throws InterruptedException {
        return source.fetch(Request.of(FOLDER + "otherlisted.txt").keeping(), DirectoryParser.otherListed());
    }
}
