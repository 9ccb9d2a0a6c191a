package dev.exdate.source.nyse;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.DateText;
import dev.exdate.format.Failure;
import dev.exdate.format.HtmlPage;
import dev.exdate.format.HtmlTable;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.SymbolSpelling;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code nyse.com/ex-date-dividends} as its script has rendered it. A table without rows means a span without exceptions. */
public final class NyseExDateParser implements BodyParser<ExDateException> {
    private static final Pattern SYMBOL = Pattern.compile("^symbol");
    private static final Pattern NAME = Pattern.compile("securityname|name");
    private static final Pattern EX_DATE = Pattern.compile("^exdate|exdividend");
    private static final Pattern RECORD_DATE = Pattern.compile("recorddate");
    private static final Pattern DECLARED = Pattern.compile("declar");

    @Override
    public Answer<ExDateException> parseBody(Payload payload) {
        return HtmlPage.read(payload)
                .map(page -> read(HtmlTable.findAll(page, List.of(SYMBOL, EX_DATE, RECORD_DATE))))
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid HTML"));
    }

    private static Answer<ExDateException> read(List<HtmlTable> tables) {
        if (tables.isEmpty()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no table with Symbol, Ex-Date and Record Date");
        }
        HtmlTable table = tables.getFirst();
        RowCollector<ExDateException> rows = new RowCollector<>();
        table.rows().forEach(row -> rows.add(() -> row(table, row)));
        return rows.answer("ex-dates");
    }

    private static @Nullable ExDateException row(HtmlTable table, HtmlTable.Row row) {
        String symbol = table.text(row, SYMBOL);
        LocalDate exDate = DateText.parse(table.text(row, EX_DATE));
        if (symbol == null || exDate == null) {
            return null;
        }
        return new ExDateException(
                SymbolSpelling.ACT.read(symbol).orElseThrow(() -> new UnreadableCell("symbol", symbol)),
                table.text(row, NAME),
                exDate,
                DateText.parse(table.text(row, RECORD_DATE)),
                DateText.parse(table.text(row, DECLARED)));
    }
}
