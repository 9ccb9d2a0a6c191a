package dev.exdate.source.nyse;

import dev.exdate.format.Answer;
import dev.exdate.market.ExDateWindow;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;

/** NYSE's corporate actions; its page of ex-dates needs a browser, see {@link RenderedPage}. Thread-safe. */
public final class NyseClient {
    private static final String ACTIONS_HOST = "listingmanager.nyse.com";
    private static final int PAGE_SIZE = 100;

    private final SourceClient source;

    public NyseClient(SourceClient source) {
        this.source = source;
    }

    /** A page of the corporate actions of the span, the first is 1. */
    public Answer<ActionPage> actions(ExDateWindow.Span span, int page) throws InterruptedException {
        return source.fetch(
                Request.of("/api/corpax/")
                        .with("action_date__gte", span.from())
                        .with("action_date__lte", span.to())
                        .with("page", page)
                        .with("page_size", PAGE_SIZE)
                        .header("Accept", "application/json")
                        .onHost(ACTIONS_HOST)
                        .keeping(),
                new NyseCorpaxParser());
    }
}
