package dev.exdate.scraper.nasdaq;

import dev.exdate.source.nasdaq.NasdaqDividend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row for {@code raw_dividends_nasdaq}, which has one a symbol and ex-date: the source's first one, which is the regular
 * dividend.
 *
 * @param conflicts of the same symbol and day with another rate
 */
record CalendarRow(NasdaqDividend kept, List<NasdaqDividend> conflicts) {
    private record Key(String symbol, LocalDate exDate) {}

    CalendarRow {
        conflicts = List.copyOf(conflicts);
    }

    static List<CalendarRow> oneADay(List<NasdaqDividend> read) {
        Map<Key, List<NasdaqDividend>> byKey = new LinkedHashMap<>();
        for (NasdaqDividend row : read) {
            byKey.computeIfAbsent(new Key(row.ticker().symbol(), row.exDate()), any -> new ArrayList<>())
                    .add(row);
        }
        return byKey.values().stream()
                .map(rows -> new CalendarRow(rows.getFirst(), rows.subList(1, rows.size())))
                .toList();
    }
}
