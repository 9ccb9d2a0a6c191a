package dev.exdate.source.globenewswire;

import dev.exdate.format.Answer;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;

/** GlobeNewswire's search and releases. Thread-safe. */
public final class GlobeNewswireClient {
    /** The path of the search for YieldMax's releases. */
    public static final String SEARCH = "/en/search/keyword/yieldmax";

    private static final int PAGE_SIZE = 25;

    private final SourceClient source;

    public GlobeNewswireClient(SourceClient source) {
        this.source = source;
    }

    /** A page of the search, the first is 1; newest releases first. */
    public Answer<ReleaseLink> search(int page) throws InterruptedException {
        return source.fetch(request(page), new SearchPageParser());
    }

    /** Path and query of a page of the search. */
    public static String searchTarget(int page) {
        return request(page).target();
    }

    /** What asks for a page of the search. */
    public static Request request(int page) {
        Request first = Request.of(SEARCH).with("pageSize", PAGE_SIZE);
        return (page == 1 ? first : first.with("page", page)).keeping();
    }

    /** What asks for a release. */
    public static Request request(ReleaseLink link) {
        return Request.of(link.path()).keeping();
    }

    /** The distributions that a release declares. */
    public Answer<Declaration> release(ReleaseLink link) throws InterruptedException {
        return source.fetch(request(link), new ReleaseParser());
    }
}
