package dev.exdate.source.globenewswire;

import dev.exdate.format.Answer;
import dev.exdate.format.DateText;
import dev.exdate.format.Failure;
import dev.exdate.format.PlainText;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Ticker;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.source.yieldmax.DistributionColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A release saved as text, its tags lost: the cells follow each other, with or without bars between them. Ticker, name
 * that begins with the issuer's, frequency, amount, rates, dates.
 */
final class FlattenedRelease {
    private static final Pattern ROW =
            Pattern.compile("\\b([A-Z]{2,6})[\\d*]* (YieldMax(?:(?! [-\u2013\u2014]{1,2} |\\$)(?s:.)){0,150}?)"
                    + "(?: (Daily|Weekly|Every \\d+ weeks|Monthly|Quarterly|Annually))? \\$ ?(\\d[\\d,.]*)"
                    + "((?: [\\d,.]+ ?%| [-\u2013\u2014]{1,2}(?= )){0,9})((?: \\d{1,2}/\\d{1,2}/\\d{2,4}){0,9})");

    private static final int LONGEST = 1024 * 1024;

    private FlattenedRelease() {}

    static Answer<Declaration> read(String text) {
        if (text.length() > LONGEST) {
            return Answer.failed(Failure.MALFORMED, "too long for a release");
        }
        String line = text.replaceAll("[|\\s\u00A0]+", " ");
        String letters = line.replaceAll("[^A-Za-z]+", "").toLowerCase(Locale.ROOT);
        if (!letters.contains("yieldmax") || !letters.contains("distribution")) {
            return Answer.failed(Failure.MALFORMED, "neither HTML nor the text of a release");
        }
        Matcher header = Pattern.compile("ETF ?Ticker").matcher(line);
        if (!header.find() || !letters.contains("distributionpershare")) {
            return Answer.nothing();
        }
        RowCollector<Declaration> rows = new RowCollector<>();
        try {
            ReleaseDates above = ReleaseDates.in(line.substring(0, header.start()));
            Matcher row = ROW.matcher(line);
            row.region(header.end(), line.length());
            while (row.find()) {
                rows.add(() -> declaration(row, above, row.end(4) == line.length()));
            }
        } catch (UnreadableCell e) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "the dates above the table: " + e.getMessage());
        }
        return rows.answer("distributions");
    }

    /** @param cut the text ends in the amount, which may be half of it */
    private static Declaration declaration(Matcher row, ReleaseDates above, boolean cut) {
        List<LocalDate> dates = new ArrayList<>();
        for (String date : row.group(6).strip().split(" ")) {
            LocalDate day = DateText.parse(date);
            if (day != null) {
                dates.add(day);
            }
        }
        boolean own = dates.size() >= 2;
        LocalDate exDate = own ? dates.getFirst() : above.exDate();
        var amount = DistributionColumns.amount(row.group(4));
        if (exDate == null || amount == null || cut) {
            throw new UnreadableCell("distribution", row.group());
        }
        return new Declaration(
                new Ticker(row.group(1)),
                exDate,
                own ? dates.get(dates.size() - 2) : above.recordDate(),
                own ? dates.getLast() : above.payDate(),
                null,
                amount,
                row.group(3),
                PlainText.of(row.group(2)).strip(),
                rates(row.group(5)));
    }

    /** In the order of the releases' columns. */
    private static Declaration.Rates rates(String cells) {
        List<@Nullable BigDecimal> rates = new ArrayList<>();
        for (String cell : cells.replace(" %", "%").strip().split(" ")) {
            rates.add(DistributionColumns.rate(cell));
        }
        return new Declaration.Rates(at(rates, 2), at(rates, 0), at(rates, 1));
    }

    private static @Nullable BigDecimal at(List<@Nullable BigDecimal> rates, int column) {
        return column < rates.size() ? rates.get(column) : null;
    }
}
