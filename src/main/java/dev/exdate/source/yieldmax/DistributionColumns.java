package dev.exdate.source.yieldmax;

import dev.exdate.format.AmountText;
import dev.exdate.format.DateText;
import dev.exdate.format.HtmlTable;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the issuer's tables by their header words, in all layouts since 2022 (as seen until autumn 2026). One
 * column may be ex-date and record date at once.
 */
public final class DistributionColumns {
    public static final Pattern TICKER = Pattern.compile("ticker|^symbol");
    public static final Pattern NAME = Pattern.compile("^(etf|fund)?name");
    public static final Pattern AMOUNT = Pattern.compile("pershare|(distribution|dividend)amount|^amount");
    public static final Pattern FREQUENCY = Pattern.compile("frequency");
    public static final Pattern EX_DATE = Pattern.compile("^ex(?!p)|exdate|exdividend");
    public static final Pattern RECORD_DATE = Pattern.compile("record");
    public static final Pattern PAY_DATE = Pattern.compile("^pay");
    private static final Pattern ROC = Pattern.compile("^roc|returnofcapital");
    private static final Pattern RATE = Pattern.compile("distributionrate");
    private static final Pattern SEC_YIELD = Pattern.compile("secyield");
    static final Pattern DECLARED_DATE = Pattern.compile("^declar");

    /** Footnote digits and stars follow a ticker directly; tickers have letters only. */
    private static final Pattern MARKED_TICKER =
            Pattern.compile("([A-Z]{1,6})[\\s\\d*†‡§,().\u00B9\u00B2\u00B3\u2070-\u2079]*");

    private static final Pattern FOOTNOTE = Pattern.compile("[\\s*†‡§\u00B9\u00B2\u00B3\u2070-\u2079]+$");

    private static final Pattern SIGNS_ONLY = Pattern.compile("[$%\\s\u2013\u2014-]*");

    private DistributionColumns() {}

    public static Optional<Ticker> ticker(@Nullable String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        Matcher marked = MARKED_TICKER.matcher(cell);
        return marked.matches() ? Optional.of(new Ticker(marked.group(1))) : Optional.empty();
    }

    /** Null if the cell is missing or has dashes: announced without a payment. */
    public static @Nullable BigDecimal amount(HtmlTable table, HtmlTable.Row row) {
        return amount(withoutFootnote(table.text(row, AMOUNT)));
    }

    public static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null || SIGNS_ONLY.matcher(text).matches()) {
            return null;
        }
        BigDecimal amount = AmountText.parse(text);
        if (amount != null && (amount.signum() < 0 || text.contains("%"))) {
            throw new UnreadableCell("amount per share", text);
        }
        return amount;
    }

    /** Cells may have dashes, or belong to a table without these columns. */
    public static Declaration.Rates rates(HtmlTable table, HtmlTable.Row row) {
        return new Declaration.Rates(rate(table, row, ROC), rate(table, row, RATE), rate(table, row, SEC_YIELD));
    }

    private static @Nullable BigDecimal rate(HtmlTable table, HtmlTable.Row row, Pattern column) {
        return table.has(column) ? rate(withoutFootnote(table.text(row, column))) : null;
    }

    /** Null for dashes. */
    public static @Nullable BigDecimal rate(@Nullable String text) {
        return text == null || SIGNS_ONLY.matcher(text).matches() ? null : AmountText.parse(text);
    }

    public static @Nullable LocalDate date(HtmlTable table, HtmlTable.Row row, Pattern column) {
        return DateText.parse(withoutFootnote(table.text(row, column)));
    }

    private static @Nullable String withoutFootnote(@Nullable String text) {
        return text == null ? null : FOOTNOTE.matcher(text).replaceAll("");
    }
}
