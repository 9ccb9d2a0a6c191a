package dev.exdate.source.nasdaq;

import dev.exdate.format.Fields;
import dev.exdate.format.Format;
import java.util.List;
import java.util.Map;

/** What can be read of NASDAQ. */
final class NasdaqFormats {
    private NasdaqFormats() {}

    static List<Format<?>> all() {
        return List.of(
                new Format<>("nasdaq/calendar", new NasdaqCalendarParser(), NasdaqFormats::dividend),
                new Format<>("nasdaq/screener", new NasdaqScreenerParser(), NasdaqFormats::listing));
    }

    private static Map<String, Object> dividend(NasdaqDividend dividend) {
        return new Fields()
                .with("symbol", dividend.ticker())
                .with("exDate", dividend.exDate())
                .with("recordDate", dividend.recordDate())
                .with("payDate", dividend.payDate())
                .with("declaredDate", dividend.announcementDate())
                .with("amount", dividend.rate())
                .with("name", dividend.companyName())
                .toMap();
    }

    private static Map<String, Object> listing(ScreenerRow row) {
        return new Fields()
                .with("symbol", row.ticker())
                .with("name", row.name())
                .with("sector", row.sector())
                .with("industry", row.industry())
                .with("marketCap", row.marketCap())
                .toMap();
    }
}
