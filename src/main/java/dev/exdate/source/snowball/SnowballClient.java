package dev.exdate.source.snowball;

import dev.exdate.format.Answer;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;

/** Asks Snowball's calendar. Thread-safe. */
public final class SnowballClient {
    private static final String PATH = "/extapi/api/public/dividend-calendar/paged";
    private static final int PAGE_SIZE = 50;

    private final SourceClient source;

    public SnowballClient(SourceClient source) {
        this.source = source;
    }

    /**
     * A page of a list by payment date, the soonest first.
     *
     * @param list {@code us-popular-div}
     * @param page the first is 1
     */
    public Answer<CalendarPage> calendar(String list, int page) throws InterruptedException {
        return source.fetch(request(list, page), new CalendarPageParser());
    }

    /** What asks for a page of a list. */
    public static Request request(String list, int page) {
        return Request.of(PATH)
                .with("type", list)
                .with("dateType", "payment")
                .with("pageSize", PAGE_SIZE)
                .with("page", page)
                .with("sortBy", "paymentDate")
                .with("sortDirection", "asc")
                .header("Accept", "application/json")
                .keeping();
    }
}
