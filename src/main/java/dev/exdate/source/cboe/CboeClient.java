package dev.exdate.source.cboe;

import dev.exdate.format.Answer;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;

/** Cboe's dividend notices. Thread-safe. */
public final class CboeClient {
    /** The path of the yearly lists. */
    public static final String LISTS = "/us/equities/notices/data/dividends/";

    private final SourceClient source;

    public CboeClient(SourceClient source) {
        this.source = source;
    }

    /** All notices of a year. */
    public Answer<Notice> year(int year) throws InterruptedException {
        return source.fetch(request(year), new YearParser());
    }

    /** Path and query of a year's list. */
    public static String yearTarget(int year) {
        return request(year).target();
    }

    /** What asks for the notices of a year. */
    public static Request request(int year) {
        return Request.of(LISTS).with("year", year).keeping();
    }

    /** What asks for a notice. */
    public static Request request(NoticeQuestion notice) {
        return notice.request().keeping();
    }

    /** The dividends in a notice. */
    public Answer<NoticedDividend> details(NoticeQuestion notice) throws InterruptedException {
        return source.fetch(request(notice), new DetailsParser());
    }
}
