package dev.exdate.scraper.cboe;

import dev.exdate.web.Request;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which notice is asked for.
 *
 * @param symbols comma-separated without blanks; null asks for all of the issuer's that day
 */
record NoticeQuestion(
        LocalDate declaredDate, String firm, @Nullable String symbols) {
    private static final String PATH = "/us/equities/notices/dividends/details/";

    static NoticeQuestion of(Notice notice) {
        String symbols = notice.symbols() == null ? null : notice.symbols().replaceAll("\\s+", "");
        return new NoticeQuestion(notice.declaredDate(), notice.firm(), symbols);
    }

    Request request() {
        Request request = Request.of(PATH).with("declaration_dt", declaredDate).with("firm_name", firm);
        return symbols == null ? request : request.with("symbols", symbols);
    }

    /** Path and query: what a stored row names as its notification. */
    String address() {
        return request().target();
    }
}
