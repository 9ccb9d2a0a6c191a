package dev.exdate.source.nasdaqtrader;

import dev.exdate.format.Answer;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;

/** Asks for the directory's two files. Thread-safe. */
public final class NasdaqTraderClient {
    private static final String FOLDER = "/dynamic/SymDir/";

    private final SourceClient source;

    public NasdaqTraderClient(SourceClient source) {
        this.source = source;
    }

    /** What NASDAQ lists. */
    public Answer<ListedLine> nasdaqListed() throws InterruptedException {
        return source.fetch(Request.of(FOLDER + "nasdaqlisted.txt"), DirectoryParser.nasdaqListed());
    }

    /** What the other exchanges list. */
    public Answer<ListedLine> otherListed() throws InterruptedException {
        return source.fetch(Request.of(FOLDER + "otherlisted.txt"), DirectoryParser.otherListed());
    }
}
