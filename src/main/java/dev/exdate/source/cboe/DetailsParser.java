package dev.exdate.source.cboe;

import dev.exdate.format.AmountText;
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
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A notice's page ({@code /us/equities/notices/dividends/details/}, as seen until autumn 2026), with the older header
 * words too. On a day without a notice, the page has no rows.
 */
final class DetailsParser implements BodyParser<NoticedDividend> {
    private static final Pattern SYMBOL = Pattern.compile("symbol|ticker");
    private static final Pattern NAME = Pattern.compile("name|^description");
    private static final Pattern EX_DATE = Pattern.compile("^ex(?!p)");
    private static final Pattern RECORD_DATE = Pattern.compile("^record");
    private static final Pattern PAY_DATE = Pattern.compile("^pay");
    private static final Pattern AMOUNT = Pattern.compile("amount");
    private static final Pattern FREQUENCY = Pattern.compile("frequency");
    private static final Pattern TYPE = Pattern.compile("type");
    private static final Pattern AMOUNT_CELL = Pattern.compile("\\$?\\s*\\d+\\.\\d{2,}");
    private static final Pattern AMOUNT_ANYWHERE = Pattern.compile("\\$\\s*\\d+\\.\\d{3,}");
    private static final Pattern DATE_CELL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}");
    private static final Pattern OWN_WORDS = Pattern.compile("(?i)dividend|distribution|notice");
    private static final Pattern WALL =
            Pattern.compile("(?i)denied|just a moment|attention|blocked|captcha|robot|error|unavailable|maintenance");

    @Override
    public Answer<NoticedDividend> parseBody(Payload payload) {
        return HtmlPage.read(payload)
                .map(DetailsParser::read)
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid HTML"));
    }

    private static Answer<NoticedDividend> read(Document page) {
        List<HtmlTable> tables = HtmlTable.findAll(page, List.of(SYMBOL, EX_DATE, AMOUNT));
        if (tables.isEmpty()) {
            return withoutTable(page);
        }
        RowCollector<NoticedDividend> rows = new RowCollector<>();
        for (HtmlTable table : tables) {
            table.rows().forEach(row -> rows.add(() -> dividend(table, row)));
        }
        return rows.answer("dividends");
    }

    private static Answer<NoticedDividend> withoutTable(Document page) {
        if (page.select("tr").stream().anyMatch(DetailsParser::declares)) {
            return Answer.failed(
                    Failure.LAYOUT_CHANGED, "a table with amounts, but without the headers \"Symbol\" and \"Ex-Date\"");
        }
        Matcher amount = AMOUNT_ANYWHERE.matcher(page.text());
        if (amount.find()) {
            return Answer.failed(
                    Failure.LAYOUT_CHANGED,
                    "no table with the headers \"Symbol\", \"Ex-Date\" and an amount, but the text has "
                            + amount.group());
        }
        boolean ownPage =
                OWN_WORDS.matcher(page.text() + " " + page.title()).find() || page.selectFirst("table") != null;
        return ownPage && !WALL.matcher(page.title()).find()
                ? Answer.nothing()
                : Answer.failed(Failure.MALFORMED, "not a page of dividend notices");
    }

    private static boolean declares(Element row) {
        List<String> cells = row.children().eachText();
        return cells.stream().anyMatch(cell -> AMOUNT_CELL.matcher(cell).matches())
                && cells.stream().anyMatch(cell -> DATE_CELL.matcher(cell).matches());
    }

    private static @Nullable NoticedDividend dividend(HtmlTable table, HtmlTable.Row row) {
        String symbol = table.text(row, SYMBOL);
        BigDecimal amount = AmountText.parse(table.text(row, AMOUNT));
        LocalDate exDate = DateText.parse(table.text(row, EX_DATE));
        if (amount == null) {
            return null;
        }
        if (symbol == null) {
            throw new UnreadableCell("symbol", String.join(" | ", row.cells()));
        }
        Ticker ticker = SymbolSpelling.ACT.read(symbol).orElseThrow(() -> new UnreadableCell("symbol", symbol));
        if (exDate == null || amount.signum() < 0 || !row.aligned()) {
            throw new UnreadableCell("dividend", String.join(" | ", row.cells()));
        }
        return new NoticedDividend(
                ticker,
                table.text(row, NAME),
                exDate,
                DateText.parse(table.text(row, RECORD_DATE)),
                DateText.parse(table.text(row, PAY_DATE)),
                amount,
                table.text(row, FREQUENCY),
                table.text(row, TYPE));
    }
}
