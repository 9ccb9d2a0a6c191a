package dev.exdate.scraper.nasdaq;

import dev.exdate.source.nasdaq.NasdaqDividend;
import dev.exdate.truth.DayAmounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row for {@code raw_dividends_nasdaq}, which has one a symbol and ex-date.
 *
 * @param kept the source's first row, which is the regular dividend, with the rate of all of the day
 * @param payments the rates that the source lists
 * @param listed the source's rows of the day
 */
record CalendarRow(NasdaqDividend kept, List<BigDecimal> payments, List<NasdaqDividend> listed) {
    private record Key(String symbol, LocalDate exDate) {}

    CalendarRow {
        payments = List.copyOf(payments);
        listed = List.copyOf(listed);
    }

    static List<CalendarRow> oneADay(List<NasdaqDividend> read) {
        Map<Key, List<NasdaqDividend>> byKey = new LinkedHashMap<>();
        for (NasdaqDividend row : read) {
            byKey.computeIfAbsent(new Key(row.ticker().symbol(), row.exDate()), any -> new ArrayList<>())
                    .add(row);
        }
        return byKey.values().stream().map(CalendarRow::ofDay).toList();
    }

    private static CalendarRow ofDay(List<NasdaqDividend> rows) {
        DayAmounts day = new DayAmounts(rows.stream().map(NasdaqDividend::rate).toList());
        NasdaqDividend first = rows.getFirst();
        return new CalendarRow(
                new NasdaqDividend(
                        first.ticker(),
                        first.companyName(),
                        first.exDate(),
                        first.payDate(),
                        first.recordDate(),
                        first.announcementDate(),
                        day.sum(),
                        first.annual()),
                day.payments(),
                rows);
    }
}
